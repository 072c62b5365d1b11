import { accountFolder } from '../../../objects/kubernetes/service-account.ts'
import type { ScrapeConfig } from '../../../objects/prometheus/config.ts'
import { keep, meta, write } from '../../../objects/prometheus/relabelling.ts'

const authorization = { credentials_file: `${accountFolder}/token` }

/** The API server, by the Service that every cluster has. */
export const apiServers = {
  job_name: 'kubernetes-apiservers',
  scheme: 'https',
  authorization,
  tls_config: { ca_file: `${accountFolder}/ca.crt` },
  kubernetes_sd_configs: [{ role: 'endpointslice' }],
  relabel_configs: [
    keep({
      [meta('namespace')]: 'default',
      [meta('service_name')]: 'kubernetes',
      [meta('endpointslice_port_name')]: 'https',
    }),
  ],
} as const satisfies ScrapeConfig

/**
 * A kubelet at its node's own address. The way through the API server, `/api/v1/nodes/NAME/proxy/…`, failed in silence on
 * every node elsewhere, and takes the right `nodes/proxy`, by which one can run commands in any Pod.
 */
const kubelet = {
  scheme: 'https',
  authorization,
  // Kubelets sign their certificates themselves, unless the cluster was told otherwise. KIND's was not.
  tls_config: { insecure_skip_verify: true },
  kubernetes_sd_configs: [{ role: 'node' }],
  relabel_configs: [write('node', meta('node_name'))],
} as const satisfies Omit<ScrapeConfig, 'job_name'>

/** The kubelets themselves: volumes, Pods, what they ask the runtime for. */
export const nodes = { job_name: 'kubernetes-nodes', ...kubelet } as const satisfies ScrapeConfig

/** What each container takes, which the kubelet measures as well. */
export const cadvisor = {
  job_name: 'kubernetes-cadvisor',
  metrics_path: '/metrics/cadvisor',
  // cAdvisor stamps its samples: a container that is gone would be drawn for another five minutes.
  track_timestamps_staleness: true,
  ...kubelet,
} as const satisfies ScrapeConfig
