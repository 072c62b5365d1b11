import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor'

/** What every object has that a Prometheus finds by its labels. */
export interface Selected {
  readonly name: string
  /** Labels by which the Prometheus selects it: `where.found.monitorLabels()`. Without them it is never read. */
  readonly labels: Readonly<Record<string, string>> | undefined
}

/** What a PodMonitor and a ServiceMonitor have in common. */
export interface MonitorSettings<Endpoint> extends Selected {
  /** Which Pods or Services are scraped, by their labels. */
  readonly selector: IPodMonitor['spec']['selector']
  /** The namespaces they stand in. Default: the monitor's own. */
  readonly namespaces?: readonly string[]
  readonly endpoints: readonly Endpoint[]
  /** The label of the Pod or Service whose value becomes `job`. Default: the monitor's or the Service's name. */
  readonly jobLabel?: string
}

/** The part of a monitor's spec that does not depend on its kind. */
export const monitorSpec = ({ selector, namespaces, jobLabel }: MonitorSettings<unknown>) => ({
  ...(jobLabel === undefined ? {} : { jobLabel }),
  ...(namespaces === undefined ? {} : { namespaceSelector: { matchNames: [...namespaces] } }),
  selector,
})
