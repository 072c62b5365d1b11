import type { CapabilityOf } from '../../fleet/capability.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** Prometheus's name where nobody said another. */
export const prometheusName = 'prometheus'

/** The UID by which dashboards name its datasource. */
export const prometheusUid = 'prometheus'

export const prometheusPort = { name: 'http', port: 9090 } as const

/** Where a Prometheus answers, by its name and namespace. */
export const prometheusUrl = (name: string, namespace: string): string =>
  serviceUrl(name, namespace, prometheusPort.port)

/** The endpoint that collectors send OTLP to: an OTLP exporter adds `/v1/metrics` to it. */
export const prometheusOtlp = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'otlp-metrics',
  url: `${prometheusUrl(name, namespace)}/api/v1/otlp`,
  pods: selectorLabels(name),
})

export const usualPrometheusOtlp = (namespace: string) => prometheusOtlp(prometheusName, namespace)

export const prometheusDatasource = (
  name: string,
  namespace: string,
  interval: string | undefined,
): CapabilityOf<'datasource'> => ({
  kind: 'datasource',
  uid: prometheusUid,
  name: 'Prometheus',
  type: 'prometheus',
  url: prometheusUrl(name, namespace),
  ...(interval === undefined ? {} : { interval }),
})
