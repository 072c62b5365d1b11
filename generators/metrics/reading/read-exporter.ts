import type { ExporterFile } from '../exporter-file.ts'
import { type Correction, corrections } from './corrections.ts'

/** An exporter's metrics as somebody collected them from its source or its output. */
export interface CollectedExporter {
  readonly metrics: readonly CollectedMetric[]
  /** Metrics that a default configuration leaves out. */
  readonly onlyWhenEnabled?: readonly string[]
}

export interface CollectedMetric {
  readonly name: string
  /** Missing: not known. `label` for one that is no series. */
  readonly type?: string
  /** Missing: not known. */
  readonly labels?: readonly string[]
  /** The unit that OpenTelemetry gives it. */
  readonly unit?: string
  readonly defaultOff?: boolean
  readonly needsBuildFlag?: string
  /** Where it is served, when not at `/metrics`. */
  readonly endpoint?: string
}

/** What is known of an exporter, from what was collected and from our corrections to that. What all have is left out. */
export const readExporter = (
  exporter: string,
  { metrics, onlyWhenEnabled = [] }: CollectedExporter,
  ofAll: ReadonlySet<string> = new Set(),
): ExporterFile => {
  const correction = corrections[exporter] ?? {}
  const { complete = false, removed = [], also = {}, optional: isOptional = () => false, prefixes } = correction
  const listed = metrics.filter(({ name, type }) => type !== 'label' && !removed.includes(name) && !ofAll.has(name))
  const isOff = (metric: CollectedMetric) =>
    metric.defaultOff === true || metric.needsBuildFlag !== undefined || isElsewhere(metric) || isOptional(metric.name)
  const described = (some: readonly CollectedMetric[]) =>
    Object.fromEntries(some.flatMap((metric) => namesOf(metric).map((name) => [name, describe(metric, correction)])))
  const optional = {
    ...Object.fromEntries(onlyWhenEnabled.map((name) => [name, 'unknown ?'])),
    ...described(listed.filter(isOff)),
  }
  return {
    complete,
    prefixes: prefixes ?? prefixesOf(listed),
    metrics: { ...described(listed.filter((metric) => !isOff(metric))), ...also },
    ...(Object.keys(optional).length === 0 ? {} : { optional }),
  }
}

/** Only these two are scraped as a rule. */
const isElsewhere = ({ endpoint }: CollectedMetric): boolean =>
  endpoint !== undefined && endpoint !== '/metrics' && endpoint !== '/metrics/probes'

const describe = (
  { name, type = 'unknown', labels: collected }: CollectedMetric,
  { complete, labelled = complete, labels, moreLabels = {} }: Correction,
): string => {
  const more = Object.entries(moreLabels).flatMap(([start, some]) => (name.startsWith(start) ? some : []))
  const said = collected ?? labels?.(name)
  const known = [...new Set([...(said ?? []), ...more])].filter((label) => !isPlaceholder(label))
  const isOpen = labelled !== true || said === undefined || said.some(isPlaceholder)
  return [type, ...known, ...(isOpen ? ['?'] : [])].join(' ')
}

/** `label_POD_LABEL` stands for any label that somebody allows. */
const isPlaceholder = (label: string): boolean => /_[A-Z_]+$/.test(label)

/** OpenTelemetry's names get a suffix for unit and type, or not, as the collector's reader is configured. */
const namesOf = ({ name, type, unit }: CollectedMetric): readonly string[] => {
  if (!name.startsWith('otelcol_')) return [name]
  const suffix = unitSuffixes[unit ?? ''] ?? ''
  const long = `${name}${name.endsWith(suffix) ? '' : suffix}${type === 'counter' ? '_total' : ''}`
  return [...new Set([name, long])]
}

const unitSuffixes: Readonly<Record<string, string>> = { By: '_bytes', s: '_seconds', ms: '_milliseconds' }

/** First words that more than one metric in twenty begins with. */
const prefixesOf = (metrics: readonly CollectedMetric[]): readonly string[] => {
  const words = metrics.map(({ name }) => name.slice(0, name.indexOf('_') + 1)).filter((word) => word !== '')
  const common = words.filter((word) => words.filter((other) => other === word).length * 20 > words.length)
  return [...new Set(common)].sort()
}
