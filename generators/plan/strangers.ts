import type { CompleteFleet, PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import { nearest } from '../nearest.ts'
import type { Place, Problem } from '../problem.ts'

/** Options that reach nobody, and one name that means two things: both would be silent in the rendered tree. */
export const strangers = (fleet: CompleteFleet): readonly Problem[] => [
  ...unreached(fleet.base, running(fleet)),
  ...fleet.environments.flatMap(({ name, components }) => {
    const theirs = running(fleet, name)
    // An environment that no cluster is in yet reaches nobody by design.
    return theirs.length === 0 ? [] : unreached(components, theirs)
  }),
  ...doubles(fleet),
]

interface Running extends PlacedComponent {
  readonly namespace: string
}

const running = (fleet: CompleteFleet, environment?: string): readonly Running[] =>
  fleet.clusters
    .filter((cluster) => environment === undefined || cluster.environment.name === environment)
    .flatMap(({ namespaces }) =>
      namespaces.flatMap(({ name, components }) => components.map((one) => ({ ...one, namespace: name }))),
    )

const unreached = (components: readonly PlacedComponent[], runs: readonly Running[]): readonly Problem[] => {
  const names = new Set(runs.map(({ name }) => name))
  return components
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
}

/** Two components that share a name and a namespace share their base layer, so they must be the same. */
const doubles = (fleet: CompleteFleet): readonly Problem[] => {
  const first = new Map<string, Running>()
  const problems: Problem[] = []
  const clash = (one: PlacedComponent, other: { readonly place: Place }) =>
    problems.push({
      rule: 'one-name-one-component',
      place: one.place,
      reason: `${one.name} is another component here than at ${other.place.join('.')}, and both would share one base`,
      fix: 'use the same component, or give one a name of its own',
    })
  for (const one of running(fleet)) {
    const key = `${one.namespace}/${one.name}`
    const known = first.get(key)
    if (known === undefined) first.set(key, one)
    else if (known.definition !== one.definition) clash(one, known)
  }
  const runs = [...first.values()]
  for (const said of [...fleet.base, ...fleet.environments.flatMap(({ components }) => components)]) {
    const other = runs.find(({ name, definition }) => name === said.name && definition !== said.definition)
    if (other !== undefined) clash(said, other)
  }
  return problems
}
