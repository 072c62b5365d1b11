import type { CapabilityOf, Way } from '../../fleet/capability.ts'
import { clusterLabel } from '../../objects/opentelemetry/identity-attributes.ts'
import type { Brought, Placement } from '../../plan/placement.ts'
import type { Rule } from '../rule.ts'

export const clusterIdOnEverySeries: Rule = {
  name: 'cluster-id-on-every-series',
  because:
    'the hub’s own series did not say that they were the hub’s, and those that its collectors sent as well were counted twice',
  check: ({ cluster: { cluster, placements, brought } }) => {
    if (cluster.identity.role === undefined) return []
    const arrives = arriving(brought)
    return placements.flatMap((placement) => {
      const { name, place } = placement
      const scraped = ofKind(placement, 'scrapes').filter(isAnonymousWay)
      const sent = ofKind(placement, 'metrics').filter((one) => arrives.has(one.through) && isAnonymous(one))
      return [
        ...(scraped.length === 0
          ? []
          : [
              {
                rule: clusterIdOnEverySeries.name,
                place,
                reason: `${name} scrapes ${cluster.name} by itself (${scraped.map(({ through }) => through).join(', ')}), and no ${clusterLabel} is on what it finds`,
                fix: 'leave that to otelScraper() and otelAgent(), which say the cluster: prometheus({ scrape: false })',
              },
            ]),
        ...sent.map(({ exporter, through }) => ({
          rule: clusterIdOnEverySeries.name,
          place,
          reason: `${name} sends its series of ${exporter} by ${through}, and no ${clusterLabel} is on them`,
          fix: `put ${clusterLabel} on them: in tempo(), dimensions: ['cluster.id', 'cluster.role']`,
        })),
      ]
    })
  },
}

/** Ways by which series come that their makers send, with nothing put on them. */
const arriving = (brought: readonly Brought[]): ReadonlySet<Way> =>
  new Set(
    brought.flatMap(({ capability, from }) =>
      from === undefined && capability.kind === 'scrapes' && isSent(capability.through) && !saysCluster(capability)
        ? [capability.through]
        : [],
    ),
  )

const isSent = (way: Way): boolean => way === 'otlp' || way === 'remote-write'

const saysCluster = ({ labels = [] }: { readonly labels?: readonly string[] }): boolean => labels.includes(clusterLabel)

const isAnonymousWay = (way: CapabilityOf<'scrapes'>): boolean => !isSent(way.through) && !saysCluster(way)

const isAnonymous = (offer: CapabilityOf<'metrics'>): boolean =>
  !saysCluster(offer) && !Object.values(offer.families ?? { '': [] }).every((labels) => labels.includes(clusterLabel))

const ofKind = <K extends 'metrics' | 'scrapes'>({ provides }: Placement, kind: K) =>
  provides.filter((one): one is CapabilityOf<K> => one.kind === kind)
