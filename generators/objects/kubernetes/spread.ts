import { selectorLabels } from './labels.ts'

/** One node lost takes one Pod with it, not all of them. `revision` is the label by which versions are told apart. */
export const spreadOverNodes = (
  name: string,
  revision: 'controller-revision-hash' | 'pod-template-hash',
  whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway',
) => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable,
  labelSelector: { matchLabels: selectorLabels(name) },
  // Pods of the old version would count while they are replaced, and keep the new ones waiting.
  matchLabelKeys: [revision],
  // A node that is down or drained would count as empty, and keep its Pods from moving elsewhere.
  nodeTaintsPolicy: 'Honor' as const,
})
