import type { CapabilityOf, Way } from '../../fleet/capability.ts'
import { isAt } from '../dependencies.ts'
import type { Placement } from '../placement.ts'
import { hostAndPort } from './service.ts'
import { isOpaque, workloadsOf } from './workload.ts'

/**
 * How something goes from one component to another: `sends` it by itself, `scrapes` or `asks` for it. Whoever begins the
 * conversation is `from`, whichever way the data go.
 */
export type Manner = 'asks' | 'scrapes' | 'sends'

/** Somebody outside of the cluster: a component of another one, or a host that is none of the fleet's. */
export type Outsider =
  | { readonly cluster: string; readonly namespace: string; readonly name: string }
  | { readonly cluster?: never; readonly name: string }

/** A component talks to another one, or to somebody outside. */
export interface Flow {
  readonly from: Placement
  readonly to: Placement | Outsider
  readonly manner: Manner
  /** What it is about, in the words of the fleet: `otlp`, `metrics`, the name of a datasource. */
  readonly what: string
  /** Where it goes: a URL, or host and port. Absent where whoever scrapes finds the Pods by itself. */
  readonly address?: string
  /** Labels of the Pods that answer, where their component says so. */
  readonly pods?: Readonly<Record<string, string>>
}

export const isOutside = (end: Placement | Outsider): end is Outsider => !('layer' in end)

/** Everything that the components of a cluster say to each other, and to the outside. */
export const flowsIn = (placements: readonly Placement[]): readonly Flow[] => {
  return placements.flatMap((from) => [
    ...endpointFlows(from, placements),
    ...outsideFlows(from),
    ...scrapeFlows(from, placements),
    ...queryFlows(from, placements),
  ])
}

const endpointFlows = (from: Placement, placements: readonly Placement[]): readonly Flow[] =>
  from.uses.flatMap(({ endpoint: { name: what, url: address, pods }, by, in: cluster }): readonly Flow[] => {
    const manner = 'sends'
    if (cluster !== undefined) return [{ from, to: { cluster, ...by }, manner, what, address }]
    const to = placements.find((one) => isAt(one, by))
    if (to === undefined || to === from) return []
    return [pods === undefined ? { from, to, manner, what, address } : { from, to, manner, what, address, pods }]
  })

const outsideFlows = (from: Placement): readonly Flow[] =>
  from.requires.flatMap((one): readonly Flow[] =>
    one.kind === 'outside'
      ? [{ from, to: { name: hostAndPort(one.url).host }, manner: 'sends', what: one.what, address: one.url }]
      : [],
  )

const sentByThemselves: readonly Way[] = ['otlp', 'remote-write']

/** Who takes series in some way asks everybody who offers them so; what is sent by itself goes to an endpoint. */
const scrapeFlows = (from: Placement, placements: readonly Placement[]): readonly Flow[] => {
  const ways = ofKind(from, 'scrapes').map(({ through }) => through)
  const pulled = ways.filter((way) => !sentByThemselves.includes(way))
  if (pulled.length === 0) return []
  return offers(placements, 'metrics')
    .filter(({ to, offer: { through, target } }) => {
      const isFound = through !== 'collector' || target !== undefined
      return to !== from && isFound && pulled.includes(through)
    })
    .map(({ to, offer: { target } }) => ({
      from,
      to,
      manner: 'scrapes',
      what: 'metrics',
      ...(target === undefined ? {} : { address: target }),
    }))
}

/** Whoever gathers datasources and has Pods is a Grafana; a dashboard gathers them too, and says nothing to anybody. */
const queryFlows = (from: Placement, placements: readonly Placement[]): readonly Flow[] => {
  const gathers = from.requires.some((one) => one.kind === 'all' && one.of === 'datasource')
  if (!gathers || (!isOpaque(from) && workloadsOf(from).length === 0)) return []
  return offers(placements, 'datasource')
    .filter(({ to }) => to !== from)
    .map(({ to, offer: { name, url } }) => ({ from, to, manner: 'asks', what: name, address: url }))
}

type Offered = 'datasource' | 'metrics' | 'scrapes'

const offers = <K extends Offered>(placements: readonly Placement[], kind: K) =>
  placements.flatMap((to) => ofKind(to, kind).map((offer) => ({ to, offer })))

const ofKind = <K extends Offered>({ provides }: Placement, kind: K) =>
  provides.filter((one): one is CapabilityOf<K> => one.kind === kind)
