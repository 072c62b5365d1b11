import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Problem, placeName } from '../../problem.ts'
import { chartOf, objectsOf, type PlacedObject, valuesOf } from '../objects.ts'
import { containersOf, type PodSpec, podOf, recordsIn } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const podSecurityAllows: Rule = {
  name: 'pod-security-allows',
  because: 'Pod Security refused the Pods of node-exporter, and all that Flux said was "timeout waiting for DaemonSet"',
  check: ({ cluster: { placements } }) =>
    placements.flatMap((placement) => {
      const { settings, name, place } = placement.namespace
      // A namespace of somebody else's is labelled by them.
      if (settings.podSecurity === 'privileged' || settings.exists) return []
      return [...chartThatNeedsMore(placement), ...objectsOf(placement).flatMap(objectThatNeedsMore)].map(
        ({ what, needs, at }): Problem => ({
          rule: podSecurityAllows.name,
          place: at,
          reason: `${what} needs ${needs}, and the namespace ${name} allows only what is ${settings.podSecurity}`,
          fix: `write podSecurity: 'privileged' in ${placeName(place)}, or place it in another namespace`,
        }),
      )
    }),
}

interface Need {
  readonly what: string
  readonly needs: string
  readonly at: Problem['place']
}

/** Charts whose Pods reach into their node, unless they are told not to. */
const charts: Readonly<Record<string, readonly [needs: string, switchedBy: string, isOnByDefault: boolean]>> = {
  alloy: ['folders of its node', 'alloy.mounts.varlog', false],
  cilium: ['the network of its node', 'enabled', true],
  'kube-prometheus-stack': ['the network of its node for node-exporter', 'nodeExporter.enabled', true],
  'nvidia-device-plugin': ['folders of its node', 'enabled', true],
  'prometheus-node-exporter': ['the network of its node', 'hostNetwork', true],
  promtail: ['folders of its node', 'daemonset.enabled', true],
}

const chartThatNeedsMore = (placement: Placement): readonly Need[] => {
  const placed = valuesOf(placement)
  const [needs, switchedBy, isOnByDefault] = charts[chartOf(placement) ?? ''] ?? []
  if (placed === undefined || needs === undefined || switchedBy === undefined) return []
  if ((at(placed.values, switchedBy) ?? isOnByDefault) === false) return []
  return [{ what: placement.name, needs, at: placement.place }]
}

const objectThatNeedsMore = ({ object, place }: PlacedObject): readonly Need[] => {
  const pod = podOf(object)
  const what = `${object.kind} ${object.metadata.name}`
  return (pod === undefined ? [] : needsOf(pod)).map(([needs, path]) => ({ what, needs, at: place(path) }))
}

type PodNeed = readonly [needs: string, path: readonly string[]]

/** What the level `baseline` forbids. `restricted` forbids more, which the API server tells when it is applied. */
const needsOf = (pod: PodSpec): readonly PodNeed[] => [
  ...['hostIPC', 'hostNetwork', 'hostPID'].flatMap((field): readonly PodNeed[] =>
    pod.spec[field] === true ? [[field, [...pod.path, field]]] : [],
  ),
  ...recordsIn(pod.spec.volumes).flatMap(({ record, index }): readonly PodNeed[] =>
    isRecord(record.hostPath) ? [['a hostPath', [...pod.path, 'volumes', String(index), 'hostPath']]] : [],
  ),
  ...containersOf(pod).flatMap(({ container, path }): readonly PodNeed[] => {
    const ports = recordsIn(container.ports).filter(({ record }) => Number(record.hostPort ?? 0) > 0)
    return [
      ...(at(container, 'securityContext.privileged') === true
        ? [['a privileged container', [...path, 'securityContext', 'privileged']] as const]
        : []),
      ...ports.map(({ index }) => ['a hostPort', [...path, 'ports', String(index), 'hostPort']] as const),
    ]
  }),
]
