/** One step from what discovery says of a target to its labels, as Prometheus's `relabel_configs` has it. */
export interface RelabelConfig {
  readonly action?: 'drop' | 'keep' | 'labelmap' | 'replace'
  readonly source_labels?: readonly string[]
  /** What joins the labels that are read. Default `;`. */
  readonly separator?: string
  /** Matches all of what was read. Default: anything. */
  readonly regex?: string
  readonly target_label?: string
  /** Default: what the pattern's first group matched. */
  readonly replacement?: string
}

/** A label of Kubernetes's discovery: `meta('pod_name')`. It is gone once the target is made. */
export const meta = (name: string): string => `__meta_kubernetes_${name}`

/** Only targets of which all these labels have these values. */
export const keep = (labels: Readonly<Record<string, string>>): RelabelConfig => ({
  action: 'keep',
  source_labels: Object.keys(labels),
  regex: Object.values(labels).join(';'),
})

/** No target whose label matches. */
export const drop = (label: string, regex: string): RelabelConfig => ({
  action: 'drop',
  source_labels: [label],
  regex,
})

/** Writes a label, or what tells Prometheus how to ask: `__scheme__`, `__metrics_path__`, `__address__`. */
export const write = (
  target: string,
  from: string | readonly string[],
  rule: Pick<RelabelConfig, 'regex' | 'replacement' | 'separator'> = {},
): RelabelConfig => ({
  source_labels: typeof from === 'string' ? [from] : from,
  ...rule,
  target_label: target,
})
