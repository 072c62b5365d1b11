import { loopback } from '../moving/addresses.ts'
import { nodeName } from '../moving/credentials.ts'

/** The one application of each cluster, whose Pod has the address that all signals come from. */
export const application = {
  namespace: 'shop',
  name: 'checkout',
  pod: 'checkout-7d9c5b6f4-x2x9k',
  uid: '0f6c1b52-6a1e-4f1e-9c6e-0a4f4c1d2e3f',
  container: 'server',
} as const

/** Where its node keeps the lines of its container, below the folder of all Pods' logs. */
export const logFile = `${application.namespace}_${application.pod}_${application.uid}/${application.container}/0.log`

const { namespace, name, pod, uid, container } = application

/** Its Pod, as the API server tells it. */
export const podObject = {
  metadata: {
    name: pod,
    namespace,
    uid,
    creationTimestamp: '2026-01-01T00:00:00Z',
    resourceVersion: '1',
    labels: { 'app.kubernetes.io/name': name, 'pod-template-hash': '7d9c5b6f4' },
    ownerReferences: [
      { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-7d9c5b6f4`, uid: '2b1d', controller: true },
    ],
  },
  spec: { nodeName, containers: [{ name: container, image: 'registry.example.com/checkout:1.0.0' }] },
  status: { phase: 'Running', podIP: loopback, podIPs: [{ ip: loopback }] },
} as const
