import type { CompleteEnvironment, CompleteFleet, PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import type { Definition } from '../fleet/component.ts'
import { noSuch } from '../no-such.ts'
import type { Place, Problem } from '../problem.ts'

/** A component's version on its way from one environment to another. */
export interface Promotion {
  readonly component: string
  readonly definition: Definition
  /** The option that says the version. */
  readonly option: VersionOption
  readonly from: string
  readonly to: string
  /** What `from` has, and `to` shall have. */
  readonly version: string
  /** What `to` has so far. */
  readonly before: string
  /** Everywhere in the fleet that the component stands. */
  readonly places: readonly Place[]
  /** Clusters of `to` that say a version of their own, and keep it. */
  readonly apart: readonly { readonly cluster: string; readonly version: string }[]
}

/** What is to be moved, as a user says it: names of two environments and of a component. */
export interface Wish {
  readonly from: string
  readonly to: string
  readonly component: string
}

const versionOptions = ['version', 'image'] as const
type VersionOption = (typeof versionOptions)[number]

/** What a wish means in this fleet; or why it means nothing, or cannot be. */
export const promotionOf = (
  fleet: CompleteFleet,
  wish: Wish,
): Promotion | { readonly wrong: string } | { readonly problem: Problem } => {
  const { from, to, component } = wish
  if (from === to) return { wrong: `FROM and TO are the same environment, ${from}` }
  const source = fleet.environments.find(({ name }) => name === from)
  const target = fleet.environments.find(({ name }) => name === to)
  const environments = fleet.environments.map(({ name }) => name)
  if (source === undefined) return { wrong: noSuch('environment', from, environments) }
  if (target === undefined) return { wrong: noSuch('environment', to, environments) }
  const all = everywhere(fleet)
  const placed = all.filter(({ name }) => name === component)
  const [first] = placed
  if (first === undefined) {
    return { wrong: noSuch('component', component, [...new Set(all.map(({ name }) => name))].sort()) }
  }
  if (reachesNobody(fleet, target, component)) return { problem: unreached(wish) }
  const { definition } = first
  const option = versionOptions.find((name) => Object.hasOwn(definition.options, name))
  const version = option && versionIn(fleet, source, component, definition, option)
  const before = option && versionIn(fleet, target, component, definition, option)
  if (option === undefined || version === undefined || before === undefined) return { problem: versionless(wish) }
  const places = placed.map(({ place }) => place)
  return { ...wish, definition, option, version, before, places, apart: apart(fleet, wish, option) }
}

const everywhere = ({ base, environments, clusters }: CompleteFleet): readonly PlacedComponent[] => [
  ...base,
  ...environments.flatMap(({ components }) => components),
  ...clusters.flatMap(({ namespaces }) => namespaces.flatMap(({ components }) => components)),
]

/** The component as each cluster of an environment places it. */
const inClusters = ({ clusters }: CompleteFleet, environment: string, component: string) =>
  clusters
    .filter((cluster) => cluster.environment.name === environment)
    .flatMap(({ name: cluster, namespaces }) =>
      namespaces.flatMap(({ components }) =>
        components.filter(({ name }) => name === component).map(({ options }) => ({ cluster, options })),
      ),
    )

/** An environment that no cluster is in yet reaches nobody by design. */
const reachesNobody = (fleet: CompleteFleet, { name }: CompleteEnvironment, component: string): boolean =>
  fleet.clusters.some(({ environment }) => environment.name === name) && inClusters(fleet, name, component).length === 0

/** What holds in an environment: what it says itself, or else the base, or else the catalogue. */
const versionIn = (
  { base }: CompleteFleet,
  { components }: CompleteEnvironment,
  name: string,
  definition: Definition,
  option: VersionOption,
): string | undefined => {
  const said = [components, base].map((layer) => layer.find((one) => one.name === name)?.options[option])
  const pinned = definition.kind === 'helm' ? definition.chart.version : undefined
  return [...said, definition.defaults?.[option], pinned].find((version) => typeof version === 'string')
}

const apart = (fleet: CompleteFleet, { to, component }: Wish, option: VersionOption): Promotion['apart'] =>
  inClusters(fleet, to, component).flatMap(({ cluster, options: { [option]: version } }) =>
    typeof version === 'string' ? [{ cluster, version }] : [],
  )

const unreached = ({ to, component }: Wish): Problem => ({
  rule: 'options-reach-somebody',
  place: ['environments', to],
  reason: `no cluster of ${to} runs a component called ${component}, so that a version there would be ignored`,
  fix: `add ${component} to a cluster of ${to} first`,
})

const versionless = ({ from, component }: Wish): Problem => ({
  rule: 'has-a-version',
  place: ['environments', from, component],
  reason: `${component} has no version: none of its options says one`,
  fix: `give its definition an option called version`,
})
