import type { IDaemonSet } from 'kubernetes-models/apps/v1/DaemonSet'
import { everyNode } from './every-node.ts'
import { selectorLabels } from './labels.ts'
import { type PodSettings, podTemplate } from './pod.ts'

export interface DaemonSetSettings extends PodSettings {
  /** What of the node its Pods share. Default: nothing. */
  readonly shares?: { readonly hostNetwork?: true; readonly hostPID?: true }
}

/** A Pod of a program of ours on every node, whatever the node is set apart for. */
export const daemonSet = ({ shares, ...pod }: DaemonSetSettings) => {
  const labels = selectorLabels(pod.name)
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: pod.name, labels },
    spec: {
      selector: { matchLabels: labels },
      template: podTemplate(pod, { ...shares, tolerations: everyNode, nodeSelector: { 'kubernetes.io/os': 'linux' } }),
    },
  } satisfies IDaemonSet
}
