import type { CapabilityOf, Way } from '../../fleet/capability.ts'
import type { Brought } from '../../plan/placement.ts'

/** The labels that a way of taking series in puts on them; undefined where nothing takes them in that way. */
export const takenIn = (brought: readonly Brought[]) => {
  const ways = new Map<string, ReadonlySet<string>>()
  for (const { capability, from = '' } of ofKind(brought, 'scrapes')) {
    const key = `${from} ${capability.through}`
    ways.set(key, new Set([...(ways.get(key) ?? []), ...capability.labels]))
  }
  return (through: Way, from = ''): readonly string[] | undefined => {
    const labels = ways.get(`${from} ${through}`)
    return labels === undefined ? undefined : [...labels]
  }
}

export const ofKind = <K extends 'metrics' | 'scrapes'>(brought: readonly Brought[], kind: K) =>
  brought.filter((one): one is Brought & { readonly capability: CapabilityOf<K> } => one.capability.kind === kind)
