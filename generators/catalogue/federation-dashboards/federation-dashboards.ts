import type { CommonOptions } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { prometheusUid } from '../prometheus/addresses.ts'
import { bert } from './bert.ts'
import { federated } from './federated.ts'
import { gateway } from './gateway.ts'
import { gpu } from './gpu.ts'
import { kubernetes } from './kubernetes.ts'
import { overview } from './overview.ts'

/**
 * Five dashboards over all clusters of a federation, for its hub: who reports, the gateway, the nodes and workloads, the GPUs,
 * and the model that is served on them. Each has a choice of clusters.
 */
export const federationDashboards = manifestsComponent<CommonOptions>({
  name: 'federation-dashboards',
  tier: 'apps',
  options: {},
  objects: () => [],
  dashboards: (_, { found }) => {
    const uid = found.all('datasource')?.find(({ type }) => type === 'prometheus')?.uid ?? prometheusUid
    return [overview, gateway, kubernetes, gpu, bert].map(federated(uid))
  },
  requires: () => [{ kind: 'all', of: 'datasource' }],
})
