/** A rule as the agents' own configurations spell it. */
export interface RelabelConfig {
  readonly source_labels: readonly string[]
  readonly target_label: string
  readonly separator?: string
  readonly regex?: string
  readonly replacement?: string
}

type Labels = Readonly<Record<string, string>>

/** What Prometheus's relabelling makes of labels: patterns match whole values, and an empty value removes the label. */
export const relabel = (configs: readonly RelabelConfig[], labels: Labels): Labels => configs.reduce(step, labels)

const step = (
  labels: Labels,
  { source_labels, target_label, separator = ';', regex = '(.*)', replacement = '$1' }: RelabelConfig,
): Labels => {
  const read = source_labels.map((name) => labels[name] ?? '').join(separator)
  const match = new RegExp(`^(?:${regex})$`).exec(read)
  if (match === null) return labels
  const written = replacement.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '')
  const { [target_label]: _, ...others } = labels
  return written === '' ? others : { ...others, [target_label]: written }
}

/** The rules in a configuration of Alloy's. */
export const rulesOf = (config: string): readonly RelabelConfig[] =>
  [...config.matchAll(/^ {2}rule \{\n([\s\S]*?)^ {2}\}$/gm)].map(([, body]) =>
    Object.fromEntries(
      [...body!.matchAll(/^ {4}(\w+) += (.*)$/gm)].map(([, name, value]) => [name, JSON.parse(value!)]),
    ),
  ) as readonly RelabelConfig[]
