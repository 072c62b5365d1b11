import { labelValues, type Variable } from '../../objects/grafana/variables.ts'
import { of } from './cluster.ts'

/** The choice of namespaces in the chosen clusters. */
export const namespaceVariable = (uid: string): Variable =>
  labelValues('namespace', {
    datasource: { type: 'prometheus', uid },
    title: 'Namespace',
    metric: of('kube_pod_info'),
    label: 'namespace',
  })

/** Series of kube-state-metrics in the chosen namespaces. */
export const objects = (metric: string, ...matchers: readonly string[]): string =>
  of(metric, 'namespace=~"$namespace"', ...matchers)

/** Series of the kubelets in the chosen namespaces, which a collector names by OpenTelemetry's attributes. */
export const measured = (metric: string, ...matchers: readonly string[]): string =>
  of(metric, 'k8s_namespace_name=~"$namespace"', ...matchers)
