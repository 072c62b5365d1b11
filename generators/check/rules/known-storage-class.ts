import { nearest } from '../../nearest.ts'
import type { Placement } from '../../plan/placement.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'
import { classesNamedIn, classesOf } from '../storage-classes.ts'
import { volumesOf } from '../volumes.ts'

export const knownStorageClass: Rule = {
  name: 'known-storage-class',
  because: 'a claim on a storage class that the cluster does not have stays pending, and its Pod with it',
  check: ({ cluster }) => {
    const classes = classesOf(cluster)
    return cluster.placements.flatMap((placement) => [
      ...unknownClasses(placement, classes),
      ...claimsWithoutClass(placement, classes),
    ])
  },
}

const unknownClasses = (placement: Placement, classes: readonly string[]): readonly Problem[] =>
  namedBy(placement)
    .filter(({ name }) => !classes.includes(name))
    .map(({ name, place }) => ({
      rule: knownStorageClass.name,
      place,
      reason: `${placement.name} claims a volume from ${name}, which ${whoLacks(placement, place)} does not have`,
      fix: fixFor(name, classes),
    }))

const namedBy = ({
  layer,
  effective,
  place,
}: Placement): readonly { readonly name: string; readonly place: Place }[] => {
  if (layer.kind === 'helm') {
    const named = effective.kind === 'helm' ? classesNamedIn(effective.values) : []
    return named.map(({ name, path }) => ({ name, place: valuePlace(layer, path, place) }))
  }
  return layer.objects.flatMap((object, index) =>
    classesNamedIn(object).map(({ name, path }) => ({ name, place: objectPlace(layer, index, path) })),
  )
}

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

const claimsWithoutClass = (placement: Placement, classes: readonly string[]): readonly Problem[] =>
  volumesOf(placement)
    .filter(({ size, replacedBy }) => size !== undefined && replacedBy === undefined)
    .filter(({ storageClass }) => storageClass === undefined)
    .map(({ what, places }) => ({
      rule: knownStorageClass.name,
      place: places.storageClass,
      reason: `${what} claims a volume, and nothing says from which storage class`,
      fix:
        placement.layer.kind === 'manifests' && classes[0] !== undefined
          ? `add storageClassName: '${classes[0]}'`
          : `add storageClass: 'NAME' to the cluster ${placement.cluster.name} or its environment`,
    }))
