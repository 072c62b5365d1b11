import type { Place, Problem } from '../../problem.ts'
import type { Definition } from '../component.ts'
import type { CompleteFleet, PlacedComponent } from './complete-fleet.ts'

/**
 * Leaves out components whose definition is written wrong in the fleet, with a problem for each mistake at the first
 * place where the component stands, however many clusters have it.
 */
export const withoutBroken = (fleet: CompleteFleet, problems: readonly Problem[]) => {
  const mistakes = new Map<Definition, readonly Problem[]>()
  for (const { definition, place } of everyComponent(fleet)) {
    if (!mistakes.has(definition)) mistakes.set(definition, mistakesIn(definition, place))
  }
  const isSound = ({ definition }: PlacedComponent): boolean => mistakes.get(definition)?.length === 0
  const found = [...mistakes.values()].flat()
  return { fleet: found.length === 0 ? fleet : filtered(fleet, isSound), problems: [...problems, ...found] }
}

function* everyComponent({ clusters, environments, base }: CompleteFleet): Generator<PlacedComponent> {
  for (const { namespaces } of clusters) for (const { components } of namespaces) yield* components
  for (const { components } of environments) yield* components
  yield* base
}

const mistakesIn = ({ written }: Definition, place: Place): readonly Problem[] =>
  written === undefined ? [] : written.check(written.settings, place)

const filtered = (fleet: CompleteFleet, isSound: (component: PlacedComponent) => boolean): CompleteFleet => {
  const environments = fleet.environments.map((one) => ({ ...one, components: one.components.filter(isSound) }))
  return {
    ...fleet,
    base: fleet.base.filter(isSound),
    environments,
    clusters: fleet.clusters.map((cluster) => ({
      ...cluster,
      environment: environments.find(({ name }) => name === cluster.environment.name) ?? cluster.environment,
      namespaces: cluster.namespaces.map((one) => ({
        ...one,
        components: one.components.filter(isSound),
        isWhole: one.isWhole && one.components.every(isSound),
      })),
    })),
  }
}
