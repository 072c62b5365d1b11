import type { CapabilityOf } from '../../fleet/capability.ts'
import type { Exporter, Exporters, KnownSeries } from '../../metrics/exporters.ts'
import { nearest } from '../../nearest.ts'
import type { Brought } from '../../plan/placement.ts'
import { isDropped } from './dropped.ts'
import { throughCollector } from './through-collector.ts'
import { ofKind, takenIn } from './ways.ts'

type Offer = CapabilityOf<'metrics'>

/** Metrics that a component offers. */
export interface Offered {
  readonly offer: Offer
  /** Labels that are put on them on their way; undefined where nothing takes them in. */
  readonly added: readonly string[] | undefined
}

/** Metrics that are taken in. */
export type Taken = Offered & { readonly added: readonly string[] }

/** What the components of a cluster offer, each once: a hub gets the same from a thousand clusters. */
export const offersIn = (brought: readonly Brought[]): readonly Offered[] => {
  const taken = takenIn(brought)
  const offers = ofKind(brought, 'metrics').map(({ capability, from }) => ({
    offer: capability,
    added: taken(capability.through, from),
  }))
  return [...new Map(offers.map((one) => [JSON.stringify(one), one])).values()]
}

export const isTaken = (offered: Offered): offered is Taken => offered.added !== undefined

/** What is known of the exporter, as its series arrive. Who lists the series itself is no exporter of that name. */
export const exporterOf = ({ exporter, families, through }: Offer, exporters: Exporters): Exporter | undefined => {
  const found = families === undefined ? exporters.find(exporter) : undefined
  return found !== undefined && through === 'collector' ? throughCollector(found) : found
}

/** A series that is there without anybody switching it on, and that nobody drops. */
export const usualSeries = (offer: Offer, name: string, exporters: Exporters): KnownSeries | undefined => {
  const exporter = exporterOf(offer, exporters)
  const series = exporter === undefined ? inFamilies(offer, name) : exporter.find(name)
  return series === undefined || series.optional === true || isDropped(offer, name) ? undefined : series
}

const inFamilies = ({ families = {} }: Offer, name: string): KnownSeries | undefined =>
  Object.hasOwn(families, name) ? { labels: families[name]! } : undefined

/**
 * A list that may lack names, because it was read from source code, is believed about names that look like a slip of
 * the pen. Any other name with the exporter's prefix is taken on trust.
 */
export const isTrusted = (offer: Offer, name: string, exporters: Exporters): boolean => {
  const known = isDropped(offer, name) ? undefined : exporterOf(offer, exporters)
  if (known === undefined || known.complete || !known.prefixes.some((prefix) => name.startsWith(prefix))) return false
  const meant = nearest(name, known.names())
  return meant === undefined || Math.abs(meant.length - name.length) > 2
}

/** Every name that offers are known to have. */
export function* namesIn(offers: readonly Offer[], exporters: Exporters): Generator<string> {
  for (const { families = {} } of offers) yield* Object.keys(families)
  for (const offer of eachWay(offers)) {
    yield* (exporterOf(offer, exporters)?.names() ?? []).filter((name) => !isDropped(offer, name))
  }
}

/** One offer of each exporter that comes one way. */
const eachWay = (offers: readonly Offer[]): Iterable<Offer> =>
  new Map(offers.map((offer) => [`${offer.exporter} ${offer.through}`, offer])).values()
