import { bytesIn } from '../../objects/kubernetes/quantity.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import type { Rule, Standing } from '../rule.ts'
import { objectAsOf } from '../standing/object-as-of.ts'
import { valueAsOf } from '../standing/value-as-of.ts'

export const volumesNeverShrink: Rule = {
  name: 'volumes-never-shrink',
  because: 'a volume was to get smaller: no storage can do that, and the release failed at every try',
  check: (subject) =>
    subject
      .changing()
      .flatMap(sizesOf)
      .flatMap(({ what, size, before, place }): readonly Problem[] => {
        const shrinks = (read: Standing['now']): boolean => (bytesIn(before(read)) ?? 0) > (bytesIn(size) ?? Infinity)
        const { standing } = subject
        if (!shrinks(standing.now) || !shrinks(standing.committed)) return []
        return [
          {
            rule: volumesNeverShrink.name,
            place: place(),
            reason: `${what} is to have ${size}, and has ${before(standing.committed)}: a volume never gets smaller`,
            fix: 'leave it as it was; to move to a smaller one, copy the data and switch this rule off here for one render',
          },
        ]
      }),
}

/** A volume, how large it is to be, and how large it was when the files read so. */
interface Sized {
  readonly what: string
  readonly size: unknown
  readonly before: (read: Standing['now']) => unknown
  readonly place: () => Place
}

const sizesOf = (placement: Placement): readonly Sized[] => {
  const { layer, effective, definition, name, place } = placement
  if (layer.kind === 'manifests' && effective.kind === 'manifests') {
    const path = 'spec.resources.requests.storage'
    // Those of a StatefulSet can be neither smaller nor larger, which another rule tells.
    return effective.objects.flatMap((object, index) =>
      object.kind === 'PersistentVolumeClaim'
        ? [
            {
              what: `PersistentVolumeClaim ${object.metadata.name}`,
              size: at(object, path),
              before: (read) => at(objectAsOf(read, placement, object), path),
              place: () => objectPlace(layer, index, path.split('.')),
            },
          ]
        : [],
    )
  }
  if (layer.kind !== 'helm' || effective.kind !== 'helm' || definition.kind !== 'helm') return []
  return (definition.volumes ?? []).flatMap(({ size: path }) => {
    const size = at(effective.values, path)
    const before: Sized['before'] = (read) => valueAsOf(read, placement, path)
    return size === undefined
      ? []
      : [{ what: `${name} (${path})`, size, before, place: () => valuePlace(layer, path.split('.'), place) }]
  })
}
