import type { CapabilityOf, Way } from '../../fleet/capability.ts'
import { commonExporter, type Exporter, type Exporters, type KnownSeries } from '../../metrics/exporters.ts'
import { nearest } from '../../nearest.ts'
import type { Brought } from '../../plan/placement.ts'
import type { QueryReading } from '../../query/reading.ts'
import { labelsOf } from '../../query/source.ts'
import { isDropped } from './dropped.ts'
import { throughCollector } from './through-collector.ts'
import { ofKind, takenIn } from './ways.ts'

/** A recording rule of the cluster. */
export interface Recording {
  readonly reading: QueryReading
  /** Labels that the rule adds. */
  readonly labels: readonly string[]
}

/** A series that exists in a cluster. */
export interface FoundSeries {
  /** Every label that it can have. Undefined: not all are known. */
  readonly labels: ReadonlySet<string> | undefined
}

/** The series of a cluster. */
export interface Series {
  /** Whether anything takes series in. Where nothing does, nothing can be said of any. */
  readonly isKnown: boolean
  readonly find: (name: string) => FoundSeries | undefined
  /** Every name that is known to be there, to guess from. */
  readonly names: () => Iterable<string>
  /** Who offers a series that nothing takes in: the exporter, and the way that would have to be scraped. */
  readonly offered: (name: string) => { readonly exporter: string; readonly through: Way } | undefined
  /** What a series is called by the time it arrives, where that is not what its exporter calls it. */
  readonly arrivingAs: (name: string) => string | undefined
  /** Who has a series that is thrown away on its way. */
  readonly droppedFrom: (name: string) => string | undefined
  /** Who has a series only when it is switched on. */
  readonly switchedOff: (name: string) => string | undefined
}

type Offer = CapabilityOf<'metrics'>

/** The series that a cluster's components offer, as far as something takes them in, and what is recorded of them. */
export const seriesOf = (
  brought: readonly Brought[],
  recordings: ReadonlyMap<string, readonly Recording[]>,
  exporters: Exporters,
): Series => {
  const taken = takenIn(brought)
  const offers = distinct(
    ofKind(brought, 'metrics').map(({ capability, from }) => ({
      offer: capability,
      by: taken(capability.through, from),
    })),
  )
  const scraped = offers.flatMap(({ offer, by }) => (by === undefined ? [] : [{ offer, added: by }]))
  const everywhere = [...new Set(ofKind(brought, 'scrapes').flatMap(({ capability }) => capability.labels))]
  const known = new Map<string, FoundSeries | undefined>()

  const find = (name: string): FoundSeries | undefined => {
    if (known.has(name)) return known.get(name)
    // Whoever is recorded from itself finds itself here.
    known.set(name, undefined)
    const listed = [
      ...scraped.flatMap(({ offer, added }) => fromOffer(offer, added, name)),
      ...(isKnown ? fromCommon(name) : []),
      ...(recordings.get(name) ?? []).map(recorded),
    ]
    const isThere = listed.length > 0 || scraped.some(({ offer }) => isTrusted(offer, name))
    const found = isThere ? together(listed) : undefined
    known.set(name, found)
    return found
  }

  const fromOffer = (offer: Offer, added: readonly string[], name: string): readonly FoundSeries[] => {
    const exporter = exporterOf(offer)
    const series = exporter === undefined ? inFamilies(offer, name) : exporter.find(name)
    if (series === undefined || series.optional === true || isDropped(offer, name)) return []
    const sources = exporter?.recordedFrom?.(name)
    if (sources === undefined) return [withLabels(series, [...added, ...(offer.labels ?? [])])]
    // A rule makes nothing of nothing, and what it makes has its own labels alone.
    return sources.some((source) => find(source) !== undefined) ? [withLabels(series, [])] : []
  }

  /** Whoever lists the series says what they are, beside the exporter of the same name. */
  const exporterOf = ({ exporter, families, through }: Offer): Exporter | undefined => {
    const found = families === undefined ? exporters.find(exporter) : undefined
    return found !== undefined && through === 'collector' ? throughCollector(found) : found
  }

  const fromCommon = (name: string): readonly FoundSeries[] => {
    const series = exporters.find(commonExporter)?.find(name)
    return series === undefined
      ? []
      : [withLabels(series, [...everywhere, ...scraped.flatMap(({ offer }) => offer.labels ?? [])])]
  }

  /**
   * A list that may lack names, because it was read from source code, is believed about names that look like a slip of
   * the pen. Any other name with the exporter's prefix is taken on trust.
   */
  const isTrusted = (offer: Offer, name: string): boolean => {
    const known = isDropped(offer, name) ? undefined : exporterOf(offer)
    if (known === undefined || known.complete || !known.prefixes.some((prefix) => name.startsWith(prefix))) return false
    const meant = nearest(name, known.names())
    return meant === undefined || Math.abs(meant.length - name.length) > 2
  }

  const recorded = ({ reading, labels }: Recording): FoundSeries => {
    const left = labelsOf(reading.result, ({ metrics }) => together(metrics.flatMap((name) => find(name) ?? [])).labels)
    return { labels: left === undefined ? undefined : new Set([...left, ...labels]) }
  }

  const isKnown = ofKind(brought, 'scrapes').length > 0
  return {
    isKnown,
    find,
    names: function* () {
      for (const { offer } of scraped) yield* Object.keys(offer.families ?? {})
      for (const offer of named(scraped.map(({ offer }) => offer)))
        yield* (exporterOf(offer)?.names() ?? []).filter((name) => !isDropped(offer, name))
      yield* exporters.find(commonExporter)?.names() ?? []
      yield* recordings.keys()
    },
    offered: (name) => {
      const found = offers.find(({ offer, by }) => by === undefined && fromOffer(offer, [], name).length > 0)
      return found && { exporter: found.offer.exporter, through: found.offer.through }
    },
    arrivingAs: (name) =>
      scraped.some(({ offer }) => exporters.find(offer.exporter)?.find(name) !== undefined) &&
      find(`${name}_total`) !== undefined
        ? `${name}_total`
        : undefined,
    droppedFrom: (name) =>
      scraped.find(({ offer }) => isDropped(offer, name) && exporterOf(offer)?.find(name) !== undefined)?.offer
        .exporter,
    switchedOff: (name) =>
      scraped.find(({ offer }) => exporters.find(offer.exporter)?.find(name)?.optional === true)?.offer.exporter,
  }
}

/** A hub gets the same from a thousand clusters. */
const distinct = <T extends { readonly offer: Offer }>(offers: readonly T[]): readonly T[] => [
  ...new Map(offers.map((one) => [JSON.stringify(one), one])).values(),
]

/** One offer of each exporter that comes one way. */
const named = (offers: readonly Offer[]): Iterable<Offer> =>
  new Map(offers.map((offer) => [`${offer.exporter} ${offer.through}`, offer])).values()

const inFamilies = ({ families = {} }: Offer, name: string): KnownSeries | undefined =>
  Object.hasOwn(families, name) ? { labels: families[name]! } : undefined

/** Where the exporter and Prometheus set the same label, the exporter's is kept by another name. */
const withLabels = ({ labels }: KnownSeries, added: readonly string[]): FoundSeries => ({
  labels:
    labels === undefined
      ? undefined
      : new Set([
          ...labels,
          ...added,
          ...labels.flatMap((label) => (added.includes(label) ? [`exported_${label}`] : [])),
        ]),
})

/** One series from several origins; of one from nowhere that is known, nothing is. */
const together = (found: readonly FoundSeries[]): FoundSeries => {
  const labels = new Set<string>()
  for (const one of found) {
    if (one.labels === undefined) return one
    for (const label of one.labels) labels.add(label)
  }
  return { labels: found.length === 0 ? undefined : labels }
}
