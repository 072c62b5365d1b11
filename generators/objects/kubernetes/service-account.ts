import type { IServiceAccount } from 'kubernetes-models/v1/ServiceAccount'
import { selectorLabels } from './labels.ts'

/** Where a Pod finds what its ServiceAccount asks the API server with. */
export const accountFolder = '/var/run/secrets/kubernetes.io/serviceaccount'

/** Who a workload is to the API server. Only Pods that say so get its token. */
export const serviceAccount = (name: string) =>
  ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, labels: selectorLabels(name) },
    automountServiceAccountToken: false,
  }) satisfies IServiceAccount
