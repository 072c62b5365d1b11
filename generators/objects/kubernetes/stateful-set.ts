import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet'
import type { IAffinity } from 'kubernetes-models/v1/Affinity'
import { selectorLabels } from './labels.ts'
import { type ClaimSize, claimSpec } from './persistent-volume-claim.ts'
import { ownsVolumes, type PodSettings, podTemplate } from './pod.ts'

export interface StatefulSetSettings extends PodSettings {
  /** The volume that keeps its data, by the name under which the container mounts it. */
  readonly claim: Claim
  /** Nodes that it may run on. Default: all. */
  readonly affinity?: IAffinity
}

export interface Claim extends ClaimSize {
  readonly name: string
}

/** The one Pod of a program of ours that keeps data, and the volume that outlives it. */
export const statefulSet = ({ claim, affinity, ...pod }: StatefulSetSettings) => {
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: pod.name, labels },
    spec: {
      replicas: 1,
      serviceName: pod.name,
      selector: { matchLabels: labels },
      // Whoever deletes the StatefulSet does not delete its data.
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      template: podTemplate(pod, { affinity, securityContext: ownsVolumes(pod.user) }),
      volumeClaimTemplates: [{ metadata: { name: claim.name }, spec: claimSpec(claim) }],
    },
  } satisfies IStatefulSet
}
