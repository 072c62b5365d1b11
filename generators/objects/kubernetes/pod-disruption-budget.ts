import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { selectorLabels } from './labels.ts'

/**
 * Lets nodes be drained one Pod of a workload at a time. Said as what may be missing, not as what must be there:
 * that would block every drain for ever once there is but one replica.
 */
export const podDisruptionBudget = (name: string) =>
  ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels: selectorLabels(name) },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: selectorLabels(name) },
      // A Pod that is broken anyway does not hold up the drain.
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  }) satisfies IPodDisruptionBudget
