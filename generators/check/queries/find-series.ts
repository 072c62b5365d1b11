import { commonExporter, type Exporters } from '../../metrics/exporters.ts'
import type { QueryReading } from '../../query/reading.ts'
import { labelsOf } from '../../query/source.ts'
import { type FoundSeries, together, withLabels } from './found-series.ts'
import { exporterOf, isTrusted, type Offered, type Taken, usualSeries } from './offers.ts'

/** A recording rule of the cluster. */
export interface Recording {
  readonly reading: QueryReading
  /** Labels that the rule adds. */
  readonly labels: readonly string[]
}

/** What the series of a cluster come from. */
export interface Origins {
  /** The labels that any way of taking series in puts on them; undefined where nothing takes any in. */
  readonly everywhere: readonly string[] | undefined
  readonly taken: readonly Taken[]
  readonly recordings: ReadonlyMap<string, readonly Recording[]>
  readonly exporters: Exporters
}

export type Find = (name: string) => FoundSeries | undefined

/** Looks for series, for each once. */
export const finding = (origins: Origins): Find => {
  const known = new Map<string, FoundSeries | undefined>()
  const find: Find = (name) => {
    if (known.has(name)) return known.get(name)
    // Whoever is recorded from itself finds itself here.
    known.set(name, undefined)
    const found = look(name, origins, find)
    known.set(name, found)
    return found
  }
  return find
}

const look = (name: string, origins: Origins, find: Find): FoundSeries | undefined => {
  const { taken, recordings, exporters } = origins
  const listed = [
    ...taken.flatMap((one) => offeredSeries(one, name, exporters, find) ?? []),
    ...ofEveryTarget(name, origins),
    ...(recordings.get(name) ?? []).map((recording) => recorded(recording, find)),
  ]
  const isThere = listed.length > 0 || taken.some(({ offer }) => isTrusted(offer, name, exporters))
  return isThere ? together(listed) : undefined
}

/** A series of an offer, with the labels that are put on it. */
export const offeredSeries = (
  { offer, added = [] }: Offered,
  name: string,
  exporters: Exporters,
  find: Find,
): FoundSeries | undefined => {
  const series = usualSeries(offer, name, exporters)
  if (series === undefined) return undefined
  const sources = exporterOf(offer, exporters)?.recordedFrom?.(name)
  if (sources === undefined) return withLabels(series, [...added, ...(offer.labels ?? [])])
  // A rule makes nothing of nothing, and what it makes has its own labels alone.
  return sources.some((source) => find(source) !== undefined) ? withLabels(series, []) : undefined
}

const ofEveryTarget = (name: string, { everywhere, taken, exporters }: Origins): readonly FoundSeries[] => {
  const series = exporters.find(commonExporter)?.find(name)
  if (everywhere === undefined || series === undefined) return []
  return [withLabels(series, [...everywhere, ...taken.flatMap(({ offer }) => offer.labels ?? [])])]
}

const recorded = ({ reading, labels }: Recording, find: Find): FoundSeries => {
  const left = labelsOf(reading.result, ({ metrics }) => together(metrics.flatMap((name) => find(name) ?? [])).labels)
  return { labels: left === undefined ? undefined : new Set([...left, ...labels]) }
}
