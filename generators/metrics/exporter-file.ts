/**
 * What is known of an exporter, as its data file has it. A metric is its type and the labels that the exporter sets:
 * `gauge namespace pod`, or `gauge namespace ?` where it may set others.
 */
export interface ExporterFile {
  /** Every metric is listed; otherwise there may be others with the prefixes. */
  readonly complete: boolean
  /** How metrics that are not listed may begin. */
  readonly prefixes: readonly string[]
  readonly metrics: Readonly<Record<string, string>>
  /** Metrics that are there only when somebody switches them on. */
  readonly optional?: Readonly<Record<string, string>>
  /** Recorded series are not scraped, and have the labels listed only; each exists where one of these does. */
  readonly recordedFrom?: Readonly<Record<string, readonly string[]>>
}

/** A data file as text: one metric a line, so that a new release of an exporter makes a small diff. */
export const printExporterFile = ({ complete, prefixes, ...parts }: ExporterFile): string => {
  const head = `"complete":${complete},"prefixes":${JSON.stringify(prefixes)}`
  const given = Object.entries(parts).flatMap(([name, part]) =>
    part === undefined ? [] : [`"${name}":${lines(part)}`],
  )
  return `{${[head, ...given].join(',\n')}}\n`
}

const lines = (record: Readonly<Record<string, unknown>>): string => {
  const entries = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{\n${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')}\n}`
}
