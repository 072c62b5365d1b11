import type { CapabilityOf, EndpointName } from '../../fleet/capability.ts'

/** The stack's name where nobody said another. */
export const stackName = 'kube-prometheus-stack'

/** What the chart makes of a name: it cuts it to 26 characters, so that the names it derives stay within 63. */
export const fullName = (name: string): string => name.slice(0, 26).replace(/-$/, '')

const service = (part: string, port: number) => (name: string, namespace: string) =>
  `http://${fullName(name)}-${part}.${namespace}.svc.cluster.local:${port}`

/** The address of each part, by the stack's name and namespace. */
export const prometheusUrl = service('prometheus', 9090)
export const alertmanagerUrl = service('alertmanager', 9093)
export const grafanaUrl = service('grafana', 80)

/** What Prometheus selects monitors and rules by: the chart's default, the Helm release's name. */
export const monitorLabels = (name: string): CapabilityOf<'monitor-labels'> => ({
  kind: 'monitor-labels',
  labels: { release: name },
})

/** Makes the endpoint that a component's address answers at. */
export const endpoint = (name: EndpointName, url: string): CapabilityOf<'endpoint'> => ({ kind: 'endpoint', name, url })

/** What other components' requirements usually resolve to: the stack by its own name, in their namespace. */
export const usualMonitorLabels = (_namespace: string): CapabilityOf<'monitor-labels'> => monitorLabels(stackName)
export const usualPrometheus = (namespace: string) => endpoint('prometheus', prometheusUrl(stackName, namespace))
export const usualAlertmanager = (namespace: string) => endpoint('alertmanager', alertmanagerUrl(stackName, namespace))
export const usualGrafana = (namespace: string) => endpoint('grafana', grafanaUrl(stackName, namespace))
