import type { CapabilityOf, EndpointName } from '../../fleet/capability.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** The stack's name where nobody said another. */
export const stackName = 'kube-prometheus-stack'

/** What the chart makes of a name: it cuts it to 26 characters, so that the names it derives stay within 63. */
export const fullName = (name: string): string => name.slice(0, 26).replace(/-$/, '')

/** The name of Grafana and its Service. */
export const grafanaName = (name: string): string => `${fullName(name)}-grafana`

/** Where each part of a stack answers. */
export const prometheusUrl = (name: string, namespace: string): string =>
  serviceUrl(`${fullName(name)}-prometheus`, namespace, 9090)
export const alertmanagerUrl = (name: string, namespace: string): string =>
  serviceUrl(`${fullName(name)}-alertmanager`, namespace, 9093)
export const grafanaUrl = (name: string, namespace: string): string => serviceUrl(grafanaName(name), namespace, 80)

/** The UIDs by which dashboards name the stack's own datasources. */
export const prometheusUid = 'prometheus'
export const alertmanagerUid = 'alertmanager'

/** The datasources that the chart brings itself, by these names. It tells Grafana the interval of Prometheus, too. */
export const ownDatasources = (
  name: string,
  namespace: string,
  interval?: string,
): readonly CapabilityOf<'datasource'>[] => [
  {
    kind: 'datasource',
    uid: prometheusUid,
    name: 'Prometheus',
    type: 'prometheus',
    url: prometheusUrl(name, namespace),
    ...(interval === undefined ? {} : { interval }),
  },
  {
    kind: 'datasource',
    uid: alertmanagerUid,
    name: 'Alertmanager',
    type: 'alertmanager',
    url: alertmanagerUrl(name, namespace),
  },
]

/** What a stack's Prometheus selects monitors and rules by: the name of the Helm release, as the chart has it. */
export const monitorLabels = (name: string): CapabilityOf<'monitor-labels'> => ({
  kind: 'monitor-labels',
  labels: { release: name },
})

export const endpoint = (name: EndpointName, url: string): CapabilityOf<'endpoint'> => ({ kind: 'endpoint', name, url })

/** What a requirement resolves to in a namespace whose stack goes by its usual name. */
export const usualMonitorLabels = (_namespace: string): CapabilityOf<'monitor-labels'> => monitorLabels(stackName)
export const usualPrometheus = (namespace: string): CapabilityOf<'endpoint'> =>
  endpoint('prometheus', prometheusUrl(stackName, namespace))
export const usualAlertmanager = (namespace: string): CapabilityOf<'endpoint'> =>
  endpoint('alertmanager', alertmanagerUrl(stackName, namespace))
export const usualGrafana = (namespace: string): CapabilityOf<'endpoint'> =>
  endpoint('grafana', grafanaUrl(stackName, namespace))
