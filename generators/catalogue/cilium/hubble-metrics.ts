/** Who spoke with whom, by namespace and workload. By address or Pod, every restart would make new series. */
const context = [
  'sourceContext=workload-name|reserved-identity',
  'destinationContext=workload-name|reserved-identity',
  'labelsContext=source_namespace,destination_namespace',
].join(';')

const workloads =
  'labelsContext=source_namespace,source_workload,destination_namespace,destination_workload,traffic_direction'

/** What Hubble counts: what the chart's dashboards ask for. Without `query`, by which every name looked up is a series. */
export const hubbleMetrics: readonly string[] = [
  `dns:${context}`,
  `drop:${context}`,
  `tcp:${context}`,
  `flow:${context}`,
  'port-distribution',
  'icmp',
  `httpV2:${workloads}`,
]

/** The labels that contexts add to what is counted: `drop:sourceContext=pod` a `source`, `labelsContext` those it names. */
export const contextLabels = (metrics: readonly string[]): readonly string[] => {
  const settings = metrics.flatMap((metric) => metric.slice(metric.indexOf(':') + 1).split(';'))
  return [...new Set(settings.flatMap(labelsOf))]
}

const labelsOf = (setting: string): readonly string[] => {
  const [name, value = ''] = setting.split('=')
  if (name === 'labelsContext') return value.split(',')
  const [, side] = name?.match(/^(source|destination)(Egress|Ingress)?Context$/) ?? []
  return side === undefined ? [] : [side]
}
