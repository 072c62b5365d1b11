import type { Dependency, Placement } from './placement.ts'

/** The components of a cluster in the order in which they can start: each wave needs only the waves before it. */
export const waves = (placements: readonly Placement[]): readonly (readonly Placement[])[] => {
  const ready = new Set<string>()
  const result: Placement[][] = []
  let waiting = [...placements]
  while (waiting.length > 0) {
    const next = waiting.filter(({ dependsOn }) => dependsOn.every((one) => ready.has(keyOf(one))))
    // Nothing can start: a cycle, which is a problem of its own. What is left comes last.
    const wave = next.length > 0 ? next : waiting
    result.push(wave)
    for (const { name, namespace } of wave) ready.add(keyOf({ name, namespace: namespace.name }))
    waiting = waiting.filter((one) => !wave.includes(one))
  }
  return result
}

const keyOf = ({ namespace, name }: Dependency): string => `${namespace}/${name}`
