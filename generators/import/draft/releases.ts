import { grouped } from '../../grouped.ts'
import type { Note } from '../note.ts'
import type { ImportedRelease } from '../releases/release.ts'
import type { DraftComponent } from './component.ts'

/** A release, and the cluster that it runs in. */
export interface PlacedRelease {
  readonly cluster: string
  readonly release: ImportedRelease
}

/** Releases of all clusters as components: one for each name in a namespace, whoever runs it. */
export const releaseComponents = (placed: readonly PlacedRelease[], notes: Note[]): readonly DraftComponent[] =>
  [...grouped(placed, ({ release }) => `${release.namespace}/${release.name}`).values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const { namespace, name, chart, origin } = first.release
    const same = all.filter((one) => isLike(one, first) && isFirstOf(one, all))
    notes.push(...all.filter((one) => !same.includes(one)).map((one) => otherChart(one, first)))
    const timeout = same.map(({ release }) => release.timeout).find((one) => one !== undefined)
    return [
      {
        namespace,
        name,
        origin,
        content: {
          kind: 'release',
          chart: { name: chart.name, url: chart.url },
          ...(timeout === undefined ? {} : { timeout }),
          options: new Map(same.map(({ cluster, release }) => [cluster, optionsOf(release)])),
        },
        clusters: new Map(same.map(({ cluster }) => [cluster, []])),
        provides: [],
      },
    ]
  })

const optionsOf = ({ chart, values }: ImportedRelease) => ({ version: chart.version, values })

const isLike = ({ release: { chart } }: PlacedRelease, { release }: PlacedRelease): boolean =>
  chart.name === release.chart.name && chart.url === release.chart.url

const isFirstOf = (one: PlacedRelease, all: readonly PlacedRelease[]): boolean =>
  all.find(({ cluster }) => cluster === one.cluster) === one

const otherChart = ({ cluster, release }: PlacedRelease, first: PlacedRelease): Note => ({
  kind: 'skipped',
  origin: release.origin,
  what: `HelmRelease ${release.key} of ${cluster}`,
  why:
    cluster === first.cluster
      ? `installs ${release.namespace}/${release.name} a second time`
      : `installs another chart than ${first.cluster} does by the same name, and both would share one base`,
  fix: 'take the chart from the same place in both, or give one of them another name',
})
