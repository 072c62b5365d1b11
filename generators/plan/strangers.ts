import type { CompleteFleet, PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'

/** Options that reach nobody, and one name that means two things: both would be silent in the rendered tree. */
export const strangers = (fleet: CompleteFleet): readonly Problem[] => {
  // What was left out for another mistake is not missed as well.
  if (!isWhole(fleet)) return doubles(fleet)
  const names = namesByEnvironment(fleet)
  return [
    ...unreached(fleet.base, new Set([...names.values()].flatMap((some) => [...some]))),
    ...fleet.environments.flatMap(({ name, components }) => {
      const theirs = names.get(name)
      // An environment that no cluster is in yet reaches nobody by design.
      return theirs === undefined ? [] : unreached(components, theirs)
    }),
    ...doubles(fleet),
  ]
}

const isWhole = ({ isWhole, clusters }: CompleteFleet): boolean =>
  isWhole && clusters.every(({ namespaces }) => namespaces.every((namespace) => namespace.isWhole))

/** What the clusters of each environment run. */
const namesByEnvironment = ({ clusters }: CompleteFleet): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>()
  for (const { environment, namespaces } of clusters) {
    const theirs = names.get(environment.name) ?? new Set()
    names.set(environment.name, theirs)
    for (const { components } of namespaces) for (const { name } of components) theirs.add(name)
  }
  return names
}

const unreached = (components: readonly PlacedComponent[], names: ReadonlySet<string>): readonly Problem[] =>
  components
    .filter(({ name }) => !names.has(name))
    .map(({ name, place }) => {
      const guess = nearest(name, names)
      return {
        rule: 'options-reach-somebody',
        place,
        reason: `no cluster here runs a component called ${name}, so these options would be ignored`,
        fix:
          guess === undefined
            ? 'remove them, or add the component to a cluster'
            : `give it the name '${guess}', or add it to a cluster`,
      }
    })

/** Two components that share a name and a namespace share their base layer, so they must be the same. */
const doubles = ({ clusters, base, environments }: CompleteFleet): readonly Problem[] => {
  const first = new Map<string, PlacedComponent>()
  const problems: Problem[] = []
  for (const { namespaces } of clusters) {
    for (const { name: namespace, components } of namespaces) {
      for (const one of components) {
        const key = `${namespace}/${one.name}`
        const known = first.get(key)
        if (known === undefined) first.set(key, one)
        else if (known.definition !== one.definition) problems.push(clash(one, known))
      }
    }
  }
  const runs = [...first.values()]
  for (const said of [...base, ...environments.flatMap(({ components }) => components)]) {
    const other = runs.find(({ name, definition }) => name === said.name && definition !== said.definition)
    if (other !== undefined) problems.push(clash(said, other))
  }
  return problems
}

const clash = (one: PlacedComponent, other: PlacedComponent): Problem => ({
  rule: 'one-name-one-component',
  place: one.place,
  reason: `${one.name} is another component here than at ${other.place.join('.')}, and both would share one base`,
  fix: 'use the same component, or give one a name of its own',
})
