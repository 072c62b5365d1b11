import type { Way } from '../../fleet/capability.ts'
import { commonExporter, type Exporters } from '../../metrics/exporters.ts'
import type { Brought } from '../../plan/placement.ts'
import { isDropped } from './dropped.ts'
import { type Find, finding, offeredSeries, type Recording } from './find-series.ts'
import { exporterOf, isTaken, namesIn, offersIn } from './offers.ts'
import { ofKind } from './ways.ts'

/** The series of a cluster. */
export interface Series {
  /** Whether anything takes series in. Where nothing does, nothing can be said of any. */
  readonly isKnown: boolean
  readonly find: Find
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

/** The series that a cluster's components offer, as far as something takes them in, and what is recorded of them. */
export const seriesOf = (
  brought: readonly Brought[],
  recordings: ReadonlyMap<string, readonly Recording[]>,
  exporters: Exporters,
): Series => {
  const offers = offersIn(brought)
  const taken = offers.filter(isTaken)
  const ways = ofKind(brought, 'scrapes')
  const isKnown = ways.length > 0
  const everywhere = isKnown ? [...new Set(ways.flatMap(({ capability }) => capability.labels))] : undefined
  const find = finding({ everywhere, taken, recordings, exporters })
  /** As the exporter itself calls it. */
  const made = (exporter: string, name: string) => exporters.find(exporter)?.find(name)
  return {
    isKnown,
    find,
    names: function* () {
      yield* namesIn(
        taken.map(({ offer }) => offer),
        exporters,
      )
      yield* exporters.find(commonExporter)?.names() ?? []
      yield* recordings.keys()
    },
    offered: (name) =>
      offers.find((one) => !isTaken(one) && offeredSeries(one, name, exporters, find) !== undefined)?.offer,
    arrivingAs: (name) => {
      const suffixed = `${name}_total`
      const isMade = taken.some(({ offer }) => made(offer.exporter, name) !== undefined)
      return isMade && find(suffixed) !== undefined ? suffixed : undefined
    },
    droppedFrom: (name) =>
      taken.find(({ offer }) => isDropped(offer, name) && exporterOf(offer, exporters)?.find(name) !== undefined)?.offer
        .exporter,
    switchedOff: (name) => taken.find(({ offer }) => made(offer.exporter, name)?.optional === true)?.offer.exporter,
  }
}
