import { manifestsComponent } from '../../fleet/define-component.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { collected } from '../opentelemetry/collected.ts'
import { promotedAttributes } from '../opentelemetry/promoted-attributes.ts'
import { prometheusDatasource, prometheusName, prometheusOtlp, prometheusPort, prometheusUrl } from './addresses.ts'
import { isScraping } from './files.ts'
import { prometheusImage } from './image.ts'
import { scrapedAnyway, scrapes } from './jobs/jobs.ts'
import { type PrometheusOptions, prometheusChecks } from './options.ts'
import { server } from './server.ts'

/**
 * Prometheus without an operator: one Pod, and a configuration that people can read. It scrapes the cluster, the
 * exporters `kubeStateMetrics()` and `nodeExporter()`, and whatever carries the annotation `prometheus.io/scrape`; at a hub it
 * takes what collectors send. Its alerts go to the Alertmanager of the cluster, where there is one.
 */
export const prometheus = manifestsComponent<PrometheusOptions>({
  name: prometheusName,
  tier: 'apps',
  options: prometheusChecks,
  defaults: {
    version: prometheusImage.version,
    retention: '15d',
    size: '20Gi',
    scrapeInterval: '30s',
    receivers: { outOfOrder: '3d', promote: promotedAttributes },
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  },
  objects: server,
  provides: (options, where) => {
    const { receivers, scrapeInterval } = options
    const { name, namespace } = where
    const reached = { url: prometheusUrl(name, namespace), pods: selectorLabels(name) }
    return [
      { kind: 'endpoint', name: 'prometheus', ...reached },
      ...(receivers?.remoteWrite ? [{ kind: 'endpoint', name: 'remote-write', ...reached } as const, written] : []),
      ...(receivers?.otlp ? [prometheusOtlp(name, namespace)] : []),
      prometheusDatasource(name, namespace, scrapeInterval),
      ...(isScraping(options, where) ? [...scrapes(prometheusPort.port), ...scrapedAnyway] : []),
      collected('prometheus', serviceHost(name, namespace, prometheusPort.port)),
    ]
  },
  requires: () => [{ kind: 'endpoint', name: 'alertmanager', optional: true }],
  knowsCluster: true,
})

/** Whoever writes samples says all that there is to say of them. */
const written = { kind: 'scrapes', through: 'remote-write', labels: [] } as const
