import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet'
import type { IAffinity } from 'kubernetes-models/v1/Affinity'
import { selectorLabels } from './labels.ts'
import { type ClaimSize, claimSpec } from './persistent-volume-claim.ts'
import { ownsVolumes, type PodSettings, podTemplate } from './pod.ts'
import { spreadOverNodes } from './spread.ts'

export interface StatefulSetSettings extends PodSettings {
  /** The volume that keeps its data, by the name under which the container mounts it. */
  readonly claim: Claim
  /** Nodes that it may run on. Default: all. */
  readonly affinity?: IAffinity
  /** How many Pods there are, each with a volume of its own. `autoscaled`: that is for an autoscaler to say. Default 1. */
  readonly replicas?: number | 'autoscaled'
  /** The Service by which each of its Pods has a name. Default: the one that is called like it. */
  readonly service?: string
}

export interface Claim extends ClaimSize {
  readonly name: string
}

/** The Pods of a program of ours that keeps data, one of them by default, and for each the volume that outlives it. */
export const statefulSet = ({ claim, affinity, replicas = 1, service, ...pod }: StatefulSetSettings) => {
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: pod.name, labels },
    spec: {
      replicas: replicas === 'autoscaled' ? undefined : replicas,
      ...(replicas === 1 ? {} : alike),
      serviceName: service ?? pod.name,
      selector: { matchLabels: labels },
      // Whoever deletes the StatefulSet does not delete its data.
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      template: podTemplate(pod, {
        affinity,
        securityContext: ownsVolumes(pod.user),
        // Where a volume leaves a Pod no other node, it shares one.
        topologySpreadConstraints:
          replicas === 1 ? undefined : [spreadOverNodes(pod.name, 'controller-revision-hash', 'ScheduleAnyway')],
      }),
      volumeClaimTemplates: [{ metadata: { name: claim.name }, spec: claimSpec(claim) }],
    },
  } satisfies IStatefulSet
}

/** Pods that know nothing of each other need not wait for each other. */
const alike = { podManagementPolicy: 'Parallel' as const }
