import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment'
import type { IAffinity } from 'kubernetes-models/v1/Affinity'
import { selectorLabels } from './labels.ts'
import type { OnNodes } from './on-nodes.ts'
import { ownsVolumes, type PodSettings, podTemplate } from './pod.ts'
import { spreadOverNodes } from './spread.ts'

export interface DeploymentSettings extends PodSettings {
  readonly annotations?: Readonly<Record<string, string>>
  readonly replicas?: number
  /** Nodes that it may run on. Default: all. */
  readonly affinity?: IAffinity
  /** Its one Pod writes to a claim among its volumes, and so ends before the next begins. Default `false`. */
  readonly writesClaim?: true
  /** Nodes that alone have what it needs. Default: all are alike. */
  readonly on?: OnNodes
  /** A Pod ends before another takes its place: for what holds something that there is no second of. Default `false`. */
  readonly oneByOne?: true
  /** How long new Pods may take until they count as failed, in seconds. Default 600. */
  readonly deadlineSeconds?: number
}

/** Pods of a program of ours that keeps no data, or none that it could not do without, spread over the nodes. */
export const deployment = (settings: DeploymentSettings) => {
  const { annotations, replicas, affinity, writesClaim, on, oneByOne, deadlineSeconds, ...pod } = settings
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: pod.name, labels, annotations },
    spec: {
      replicas,
      strategy: writesClaim ? { type: 'Recreate' } : oneByOne && replacedInPlace,
      progressDeadlineSeconds: deadlineSeconds,
      selector: { matchLabels: labels },
      template: podTemplate(pod, {
        ...on,
        affinity,
        securityContext: writesClaim && ownsVolumes(pod.user),
        topologySpreadConstraints: [spreadOverNodes(pod.name, 'pod-template-hash', 'DoNotSchedule')],
      }),
    },
  } satisfies IDeployment
}

const replacedInPlace = { type: 'RollingUpdate' as const, rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
