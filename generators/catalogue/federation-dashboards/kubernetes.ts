import type { Federated } from './federated.ts'
import { namespaceVariable } from './namespace.ts'
import { clusterBands, nodeBands } from './node-bands.ts'
import { podBands, workloadBands } from './workload-bands.ts'

/** What the nodes have, what is asked of them and taken, and which workloads are not well. */
export const kubernetes: Federated = {
  name: 'federation-kubernetes',
  title: 'Kubernetes Resources',
  variables: (uid) => [namespaceVariable(uid)],
  bands: (metrics) => [
    ...clusterBands(metrics),
    ...nodeBands(metrics),
    ...podBands(metrics),
    ...workloadBands(metrics),
  ],
}
