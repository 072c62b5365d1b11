import type { CapabilityOf } from '../../fleet/capability.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** Alertmanager's name where nobody said another. */
export const alertmanagerName = 'alertmanager'

export const alertmanagerPort = { name: 'http', port: 9093 } as const

const alertmanagerUrl = (name: string, namespace: string): string => serviceUrl(name, namespace, alertmanagerPort.port)

/** Where a Prometheus sends its alerts, and people silence them. */
export const alertmanagerEndpoint = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'alertmanager',
  url: alertmanagerUrl(name, namespace),
  pods: selectorLabels(name),
})

export const alertmanagerDatasource = (name: string, namespace: string): CapabilityOf<'datasource'> => ({
  kind: 'datasource',
  uid: 'alertmanager',
  name: 'Alertmanager',
  type: 'alertmanager',
  url: alertmanagerUrl(name, namespace),
})
