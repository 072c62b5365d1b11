import type { CapabilityOf } from '../../fleet/capability.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** Prometheus's name where nobody said another. */
export const prometheusName = 'prometheus'

/** The UID by which dashboards name its datasource. */
export const prometheusUid = 'prometheus'

export const prometheusPort = { name: 'http', port: 9090 } as const

/** Where a Prometheus answers, by its name and namespace. */
export const prometheusUrl = (name: string, namespace: string): string =>
  serviceUrl(name, namespace, prometheusPort.port)

export const prometheusDatasource = (name: string, namespace: string): CapabilityOf<'datasource'> => ({
  kind: 'datasource',
  uid: prometheusUid,
  name: 'Prometheus',
  type: 'prometheus',
  url: prometheusUrl(name, namespace),
})
