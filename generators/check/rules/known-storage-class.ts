import { nearest } from '../../nearest.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Place, Problem } from '../../problem.ts'
import { leafPlace, leavesIn } from '../leaves.ts'
import type { Question, Rule } from '../rule.ts'
import { classesOf, namesClass } from '../storage-classes.ts'
import { type ClaimedVolume, volumesOf } from '../volumes.ts'

export const knownStorageClass: Rule = {
  name: 'known-storage-class',
  because: 'a claim on a storage class that the cluster does not have stays pending, and its Pod with it',
  check: (subject) => {
    const { cluster, once } = subject
    const claiming = cluster.placements.filter(
      (placement) => once(placement, namedBy).length > 0 || once(placement, volumesOf).length > 0,
    )
    if (claiming.length === 0) return []
    const classes = classesOf(subject)
    return claiming.flatMap((placement) => [
      ...unknownClasses(placement, once(placement, namedBy), classes),
      ...claimsWithoutClass(placement, once(placement, volumesOf), classes),
    ])
  },
}

const unknownClasses = (
  placement: Placement,
  named: readonly Named[],
  classes: readonly string[],
): readonly Problem[] =>
  named
    .filter(({ name }) => !classes.includes(name))
    .map(({ name, placeOf }) => {
      const place = placeOf(placement.place)
      return {
        rule: knownStorageClass.name,
        place,
        reason: `${placement.name} claims a volume from ${name}, which ${whoLacks(placement, place)} does not have`,
        fix: fixFor(name, classes),
      }
    })

interface Named {
  readonly name: string
  readonly placeOf: (otherwise: Place) => Place
}

const namedBy: Question<readonly Named[]> = (shared, ask) =>
  ask(leavesIn)
    .filter(namesClass)
    .map((leaf) => ({ name: String(leaf.value), placeOf: (otherwise) => leafPlace(leaf, shared, otherwise) }))

/** What clusters share is told once, so it names none of them. */
const whoLacks = ({ cluster, place }: Placement, written: Place): string =>
  place.every((step, index) => written[index] === step)
    ? `the cluster ${cluster.name}`
    : `a cluster of the environment ${cluster.environment.name}`

const fixFor = (wanted: string, classes: readonly string[]): string => {
  const guess = nearest(wanted, classes)
  if (guess !== undefined) return `write '${guess}'`
  const add = `add to the cluster: storageClasses: ['${wanted}']`
  return classes.length === 0 ? add : `use one that it has (${classes.join(', ')}), or ${add}`
}

const claimsWithoutClass = (
  placement: Placement,
  volumes: readonly ClaimedVolume[],
  classes: readonly string[],
): readonly Problem[] =>
  volumes
    .filter(({ size, replacedBy }) => size !== undefined && replacedBy === undefined)
    .filter(({ storageClass }) => storageClass === undefined)
    .map(({ what, placeOf }) => ({
      rule: knownStorageClass.name,
      place: placeOf('storageClass', placement.place),
      reason: `${what} claims a volume, and nothing says from which storage class`,
      fix:
        placement.layer.kind === 'manifests' && classes[0] !== undefined
          ? `add storageClassName: '${classes[0]}'`
          : `add storageClass: 'NAME' to the cluster ${placement.cluster.name} or its environment`,
    }))
