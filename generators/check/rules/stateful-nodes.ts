import { isRecord } from '../../fleet/checks/check.ts'
import type { NodePool } from '../../fleet/traits.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import type { Place, Problem } from '../../problem.ts'
import { admits, type NodeSelection } from '../node-selection.ts'
import { objectsOf, type PlacedObject, valuesOf } from '../objects.ts'
import { podOf, recordsIn } from '../pods.ts'
import type { Rule } from '../rule.ts'
import { isAvoidable } from './pools-told-apart.ts'

export const statefulNodes: Rule = {
  name: 'stateful-nodes',
  because: 'Prometheus landed on the backup node with the slow disk, and its volume kept it there',
  check: ({ cluster: { cluster, placements } }) => {
    const pools = { ...cluster.environment.settings.nodePools, ...cluster.nodePools }
    // What nothing could keep away from is told of the pool itself.
    const closed = Object.entries(pools).filter(([, pool]) => pool.stateful === false && isAvoidable(pool))
    return closed.length === 0 ? [] : placements.flatMap(statefulIn).flatMap((one) => admitted(one, closed))
  },
}

/** Something that keeps data on a volume. */
interface Stateful {
  readonly what: string
  readonly selection: NodeSelection
  readonly place: Place
}

const admitted = ({ what, selection, place }: Stateful, pools: readonly (readonly [string, NodePool])[]) =>
  pools
    .filter(([, pool]) => admits(pool, selection))
    .map(
      ([name, { nodes = [], labels = {} }]): Problem => ({
        rule: statefulNodes.name,
        place,
        reason: `${what} keeps data on a volume, and may land on the nodes ${name}, where nothing stateful belongs`,
        fix: awayFrom(nodes, labels),
      }),
    )

const awayFrom = (nodes: readonly string[], labels: Readonly<Record<string, string>>): string => {
  const by = 'keep it away by nodeAffinity:'
  if (nodes.length > 0) return `${by} kubernetes.io/hostname NotIn [${nodes.join(', ')}]`
  const [key, value] = Object.entries(labels)[0] ?? []
  return key === undefined ? 'let it not tolerate their taints' : `${by} ${key} NotIn [${value}]`
}

const statefulIn = (placement: Placement): readonly Stateful[] => [
  ...objectsOf(placement).flatMap(statefulObject),
  ...statefulValues(placement),
]

const statefulObject = ({ object, place }: PlacedObject): readonly Stateful[] => {
  const pod = podOf(object)
  if (pod === undefined) return []
  const claims = recordsIn(pod.spec.volumes).filter(({ record }) => isRecord(record.persistentVolumeClaim))
  const isStateful = claims.length > 0 || recordsIn(at(object.spec, 'volumeClaimTemplates')).length > 0
  const what = `${object.kind} ${object.metadata.name}`
  return isStateful ? [{ what, selection: pod.spec, place: place(pod.path) }] : []
}

/** A chart is told where Pods may run beside what it is told of their volume, or further up. */
const statefulValues = (placement: Placement): readonly Stateful[] => {
  const placed = valuesOf(placement)
  if (placement.definition.kind !== 'helm' || placed === undefined) return []
  return (placement.definition.volumes ?? []).flatMap(({ size, switch: by }) => {
    const isOff = by !== undefined && at(placed.values, by) === false
    if (isOff || at(placed.values, size) === undefined) return []
    const path = size.split('.')
    const around = path.map((_, depth) => path.slice(0, path.length - 1 - depth))
    const told = around.find((one) =>
      fields.some((field) => at(placed.values, [...one, field].join('.')) !== undefined),
    )
    const home = told === undefined || told.length === 0 ? placed.values : at(placed.values, told.join('.'))
    return [
      {
        what: `${placement.name} (${size})`,
        selection: isRecord(home) ? home : {},
        place: placed.place(told === undefined || told.length === 0 ? path : [...told, 'affinity']),
      },
    ]
  })
}

const fields = ['affinity', 'nodeSelector', 'tolerations']
