import { nearest } from '../../nearest.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'
import { volumesOf } from '../volumes.ts'

export const knownStorageClass: Rule = {
  name: 'known-storage-class',
  because: 'a claim on a storage class that the cluster does not have stays pending, and its Pod with it',
  check: ({ cluster }) => cluster.placements.flatMap(strangers),
}

const strangers = (placement: Placement): readonly Problem[] => {
  const { cluster } = placement
  const classes = [cluster.environment.settings.storageClass, cluster.storageClass, ...cluster.storageClasses].filter(
    (name) => name !== undefined,
  )
  return volumesOf(placement).flatMap(({ what, storageClass }) => {
    if (storageClass !== undefined && classes.includes(storageClass)) return []
    return [
      {
        rule: knownStorageClass.name,
        place: placement.place,
        reason:
          storageClass === undefined
            ? `${what} claims a volume, and nothing says from which storage class`
            : `${what} claims a volume from ${storageClass}, which ${cluster.name} does not have`,
        fix: fixFor(storageClass, classes, cluster.name),
      },
    ]
  })
}

const fixFor = (wanted: string | undefined, classes: readonly string[], cluster: string): string => {
  if (wanted === undefined) return `add storageClass: 'NAME' to the cluster ${cluster} or its environment`
  const guess = nearest(wanted, classes)
  const have = classes.length === 0 ? 'it has none' : `it has ${classes.join(', ')}`
  return guess === undefined
    ? `use one that it has (${have}), or say that it has it: storageClasses: ['${wanted}']`
    : `write '${guess}' (${have})`
}
