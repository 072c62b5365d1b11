import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount'
import { selectorLabels } from './labels.ts'

/** Who a workload is to the API server. Only Pods that say so get its token. */
export const serviceAccount = (name: string) =>
  ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, labels: selectorLabels(name) },
    automountServiceAccountToken: false,
  }) satisfies IServiceAccount
