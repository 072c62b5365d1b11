import type { ScrapeConfig } from '../../../objects/prometheus/config.ts'
import { labelName } from '../../../objects/prometheus/label-name.ts'
import { drop, keep, meta, write } from '../../../objects/prometheus/relabelling.ts'

/** What a Service or a Pod says of itself to be scraped. The port is that of the Pod. */
export interface Annotated {
  readonly port: number
  /** Default `/metrics`. */
  readonly path?: string
}

const annotation = (name: string) => `prometheus.io/${name}`

/** The annotations by which Prometheus finds a Service or a Pod. */
export const scraped = ({ port, path }: Annotated): Readonly<Record<string, string>> => ({
  [annotation('scrape')]: 'true',
  [annotation('port')]: String(port),
  ...(path === undefined ? {} : { [annotation('path')]: path }),
})

/** What the annotations of a `service` or `pod` say, and who the Pod is. */
const byAnnotation = (kind: 'pod' | 'service') => {
  const said = (name: string) => meta(`${kind}_annotation_${labelName(annotation(name))}`)
  return [
    keep({ [said('scrape')]: 'true' }),
    write('__scheme__', said('scheme'), { regex: '(https?)' }),
    write('__metrics_path__', said('path'), { regex: '(.+)' }),
    write('__address__', ['__address__', said('port')], { regex: '(.+?)(?::\\d+)?;(\\d+)', replacement: '$1:$2' }),
    // Not the container: each of its ports is found by itself, and those that were led to one port must stay alike to be
    // scraped once.
    write('namespace', meta('namespace')),
    write('pod', meta('pod_name')),
    write('node', meta('pod_node_name')),
  ]
}

const common = {
  // Since version 3 Prometheus takes nothing from a program that does not name its format, and many do not.
  fallback_scrape_protocol: 'PrometheusText0.0.4',
} as const

/** Pods behind Services that ask for it. */
export const serviceEndpoints = {
  job_name: 'kubernetes-service-endpoints',
  ...common,
  kubernetes_sd_configs: [{ role: 'endpointslice' }],
  relabel_configs: [...byAnnotation('service'), write('service', meta('service_name'))],
} as const satisfies ScrapeConfig

/** Pods that ask for it themselves. */
export const pods = {
  job_name: 'kubernetes-pods',
  ...common,
  kubernetes_sd_configs: [{ role: 'pod' }],
  // A Pod that has ended keeps its address, which another may have by now.
  relabel_configs: [drop(meta('pod_phase'), 'Pending|Succeeded|Failed'), ...byAnnotation('pod')],
} as const satisfies ScrapeConfig
