import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment'
import { selectorLabels } from './labels.ts'
import { type PodSettings, podTemplate } from './pod.ts'

export interface DeploymentSettings extends PodSettings {
  readonly annotations?: Readonly<Record<string, string>>
  readonly replicas?: number
}

/** Pods of a program of ours that keeps no data, spread over the nodes. */
export const deployment = ({ annotations, replicas, ...pod }: DeploymentSettings) => {
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: pod.name, labels, annotations },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: podTemplate(pod, { topologySpreadConstraints: [spread(pod.name)] }),
    },
  } satisfies IDeployment
}

/** One node lost takes one Pod with it, not all of them. */
const spread = (name: string) => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'DoNotSchedule' as const,
  labelSelector: { matchLabels: selectorLabels(name) },
  // Pods of the old version would count while they are replaced, and keep the new ones waiting.
  matchLabelKeys: ['pod-template-hash'],
  // A node that is down or drained would count as empty, and keep its Pods from moving elsewhere.
  nodeTaintsPolicy: 'Honor' as const,
})
