import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment'
import type { IAffinity } from 'kubernetes-models/v1/Affinity'
import { selectorLabels } from './labels.ts'
import { ownsVolumes, type PodSettings, podTemplate } from './pod.ts'
import { spreadOverNodes } from './spread.ts'

export interface DeploymentSettings extends PodSettings {
  readonly annotations?: Readonly<Record<string, string>>
  readonly replicas?: number
  /** Nodes that it may run on. Default: all. */
  readonly affinity?: IAffinity
  /** Its one Pod writes to a claim among its volumes, and so ends before the next begins. Default `false`. */
  readonly writesClaim?: true
}

/** Pods of a program of ours that keeps no data, or none that it could not do without, spread over the nodes. */
export const deployment = ({ annotations, replicas, affinity, writesClaim, ...pod }: DeploymentSettings) => {
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: pod.name, labels, annotations },
    spec: {
      replicas,
      strategy: writesClaim && { type: 'Recreate' },
      selector: { matchLabels: labels },
      template: podTemplate(pod, {
        affinity,
        securityContext: writesClaim && ownsVolumes(pod.user),
        topologySpreadConstraints: [spreadOverNodes(pod.name, 'pod-template-hash', 'DoNotSchedule')],
      }),
    },
  } satisfies IDeployment
}
