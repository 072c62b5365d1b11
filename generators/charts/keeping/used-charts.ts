import type { HelmLayer } from '../../plan/layer.ts'
import type { ClusterPlan } from '../../plan/placement.ts'
import type { Place } from '../../problem.ts'
import type { Chart } from '../chart.ts'

/** A chart in one version, as the fleet has it. */
export interface UsedChart {
  readonly name: string
  readonly url: string
  readonly version: string
  /** Where in the fleet the version is said; where it is the chart's own, the first component that takes it. */
  readonly place: Place
  /** The fleet says it as an option of a component, not where the chart is described. */
  readonly isOption: boolean
  /** The clusters that get it, by name. None where each says another. */
  readonly clusters: readonly string[]
}

/** Every chart that is rendered for some clusters, in each version that a layer decides, by name and version. */
export const usedCharts = (plans: Iterable<ClusterPlan>): readonly UsedChart[] => {
  const used = new Map<string, UsedChart & { readonly clusters: string[] }>()
  const known = new Map<HelmLayer, string>()
  const keyOf = (layer: HelmLayer): string => {
    const key = known.get(layer) ?? noted(used, layer)
    known.set(layer, key)
    return key
  }
  for (const { cluster, placements } of plans) {
    for (const { layer: lowest } of placements) {
      if (lowest.kind !== 'helm') continue
      const deciding = decidingLayers(lowest).map(keyOf)
      const clusters = used.get(deciding[0]!)!.clusters
      if (clusters.at(-1) !== cluster.name) clusters.push(cluster.name)
    }
  }
  return [...used.values()].sort(inOrder)
}

/** The layers that decide a version, the lowest, which counts, first. The root always does. */
export const decidingLayers = (lowest: HelmLayer): readonly HelmLayer[] => [
  ...(lowest.above === undefined || lowest.version !== undefined ? [lowest] : []),
  ...(lowest.above === undefined ? [] : decidingLayers(lowest.above)),
]

/** The version that a layer decides, and where that is said. */
export const versionAt = ({ version, definition, origin, options }: HelmLayer) => {
  const isOption = typeof options.version === 'string'
  return {
    version: version ?? definition.chart.version,
    place: isOption ? [...origin, 'version'] : origin,
    isOption,
  }
}

const noted = (used: Map<string, UsedChart & { readonly clusters: string[] }>, layer: HelmLayer): string => {
  const { name, url } = layer.definition.chart
  const at = versionAt(layer)
  const key = versionKey({ name, url, version: at.version })
  if (!used.has(key)) used.set(key, { name, url, ...at, clusters: [] })
  return key
}

/** The same for the same chart in the same version. */
export const versionKey = ({ name, url, version }: Pick<Chart, 'name' | 'url' | 'version'>): string =>
  `${url} ${url.startsWith('oci://') ? '' : name} ${version}`

const inOrder = (one: UsedChart, other: UsedChart): number =>
  compare(one.name, other.name) || compare(one.url, other.url) || compare(one.version, other.version)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
