import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExporterFile } from './exporter-file.ts'

/** Where the metrics of exporters are that come with the package, from its root. */
export const metricsFolder = 'generators/metrics/data'

/** The exporter whose metrics every scraped target has: `up`, and what Go says of itself. */
export const commonExporter = 'common'

/** A series that an exporter can have. */
export interface KnownSeries {
  /** The labels that the exporter sets. Undefined: not all are known. */
  readonly labels?: readonly string[]
  readonly counter?: true
  /** It is there only when somebody switches it on. */
  readonly optional?: true
}

/** What is known of one exporter. */
export interface Exporter {
  /** Every series it has is known. Otherwise it may have others that begin with a prefix. */
  readonly complete: boolean
  readonly prefixes: readonly string[]
  /** Looks for a series by its name: `http_request_duration_seconds_bucket` is one of a histogram's three. */
  readonly find: (series: string) => KnownSeries | undefined
  /** The series of a default configuration. */
  readonly names: () => readonly string[]
  /** For an exporter that stands for recording rules: what a series is recorded from. */
  readonly recordedFrom?: (series: string) => readonly string[]
}

/** Exporters by name: `node-exporter`. */
export interface Exporters {
  readonly names: readonly string[]
  readonly find: (name: string) => Exporter | undefined
}

/**
 * The exporters in a folder of data files: `loadExporters(join(root, metricsFolder))`. A file is read when the first
 * series of its exporter is looked for.
 */
export const loadExporters = (folder: string): Exporters =>
  exportersOf(
    existsSync(folder) ? readdirSync(folder).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? []) : [],
    (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as ExporterFile,
  )

/** Exporters from files of any origin: their names, and what reads one. */
export const exportersOf = (names: readonly string[], read: (name: string) => ExporterFile): Exporters => {
  const known = new Map<string, Exporter>()
  const find = (name: string): Exporter | undefined => {
    const exporter = known.get(name) ?? (names.includes(name) ? exporterOf(read(name)) : undefined)
    if (exporter !== undefined) known.set(name, exporter)
    return exporter
  }
  return { names: [...names].sort(), find }
}

const exporterOf = ({ complete, prefixes, metrics, optional = {}, recordedFrom }: ExporterFile): Exporter => ({
  complete,
  prefixes,
  find: (series) => {
    const known = seriesIn(metrics, series)
    if (known !== undefined) return known
    const switched = seriesIn(optional, series)
    return switched === undefined ? undefined : { ...switched, optional: true }
  },
  names: () => Object.entries(metrics).flatMap(([name, metric]) => partsOf(name, metric.split(' ', 1)[0]!)),
  ...(recordedFrom === undefined ? {} : { recordedFrom: (series: string) => recordedFrom[series] ?? [] }),
})

type Metrics = Readonly<Record<string, string>>

/** The series of a metric; one of unknown type may have any. */
const partsOf = (name: string, type: string): readonly string[] => {
  if (type === 'histogram') return [`${name}_bucket`, `${name}_count`, `${name}_sum`]
  return type === 'summary' ? [name, `${name}_count`, `${name}_sum`] : [name]
}

const seriesIn = (metrics: Metrics, series: string): KnownSeries | undefined => {
  if (Object.hasOwn(metrics, series)) {
    const [type, ...labels] = metrics[series]!.split(' ')
    // A histogram has no series of its own name, unless it is a native one.
    if (type !== 'histogram') {
      const known = described(labels, type === 'summary' ? ['quantile'] : [])
      return type === 'counter' ? { ...known, counter: true } : known
    }
  }
  const [, name = '', suffix] = /^(.+)_(bucket|count|sum)$/.exec(series) ?? []
  if (suffix === undefined || !Object.hasOwn(metrics, name)) return undefined
  const [type, ...labels] = metrics[name]!.split(' ')
  const fits = type === 'histogram' || type === 'unknown' || (type === 'summary' && suffix !== 'bucket')
  return fits ? described(labels, suffix === 'bucket' ? ['le'] : []) : undefined
}

const described = (labels: readonly string[], more: readonly string[]): KnownSeries =>
  labels.includes('?') ? {} : { labels: [...labels, ...more] }
