import type { Engine } from '../../fleet/cluster.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { keepMarks } from '../../objects/kubernetes/keep.ts'
import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { objectsOf, type PlacedObject } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const keptData: Rule = {
  name: 'kept-data',
  because: 'a namespace vanished from the tree, and Flux pruned it with all the data in it',
  check: ({ cluster: { cluster, placements } }) =>
    placements.flatMap(objectsOf).flatMap((one) => [...pruned(one, cluster.engine), ...deleted(one)]),
}

const pruned = ({ object, place }: PlacedObject, engine: Engine): readonly Problem[] => {
  const { kind, metadata } = object
  if ((kind !== 'Namespace' && kind !== 'PersistentVolumeClaim') || isKept(object, engine)) return []
  const field = engine === 'flux' ? 'labels' : 'annotations'
  const marks = Object.entries(keepMarks[field]).map(([key, value]) => `${key}: '${value}'`)
  return [
    {
      rule: keptData.name,
      place: place(['metadata']),
      reason: `${kind} ${metadata.name} would be pruned, with the data in it, when it vanishes from the tree`,
      fix: `add to its ${field}: ${marks[0]}`,
    },
  ]
}

/** Flux reads its mark as a label or as an annotation. */
const isKept = ({ metadata: { labels, annotations } }: KubernetesObject, engine: Engine): boolean =>
  engine === 'flux'
    ? Object.entries(keepMarks.labels).every(([key, value]) => (labels?.[key] ?? annotations?.[key]) === value)
    : String(annotations?.['argocd.argoproj.io/sync-options'] ?? '')
        .split(',')
        .includes('Prune=false')

const deleted = ({ object, place }: PlacedObject): readonly Problem[] => {
  const policy = 'persistentVolumeClaimRetentionPolicy'
  if (object.kind !== 'StatefulSet') return []
  return ['whenDeleted', 'whenScaled']
    .filter((when) => at(object.spec, `${policy}.${when}`) === 'Delete')
    .map((when) => ({
      rule: keptData.name,
      place: place(['spec', policy, when]),
      reason: `StatefulSet ${object.metadata.name} deletes its claims, and the data on them, ${when === 'whenDeleted' ? 'with itself' : 'when it gets smaller'}`,
      fix: "write 'Retain'",
    }))
}
