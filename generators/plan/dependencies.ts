import type { Dependency, Placement } from './placement.ts'

/** Dependencies by namespace and name, each once, so that the order in which they were found makes no diff. */
export const inOrder = (dependencies: readonly Dependency[]): readonly Dependency[] => {
  const byKey = new Map(dependencies.map((one) => [`${one.namespace}/${one.name}`, one]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}

/** Whether a component is the one that another depends on. */
export const isAt = ({ name, namespace }: Placement, at: Dependency): boolean =>
  name === at.name && namespace.name === at.namespace
