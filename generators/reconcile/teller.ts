import type { Run } from './reconciler.ts'
import type { Standing } from './standing.ts'

/** Tells what became ready and what failed, each once, with the seconds since the start; and what is still waited for. */
export const teller = ({ say, progress }: Pick<Run, 'progress' | 'say'>) => {
  const begun = Date.now()
  const told = new Set<string>()
  return (all: readonly Standing[]): void => {
    for (const { name, state, message } of all) {
      const line = state === 'ready' ? `ready   ${name}` : `failing ${name}: ${message}`
      if (state === 'waiting' || told.has(line)) continue
      told.add(line)
      say(`${line} (${Math.round((Date.now() - begun) / 1000)} s)`)
    }
    const unready = all.filter(({ state }) => state !== 'ready').map(({ name }) => name)
    progress.reach(all.length - unready.length, unready.length === 0 ? undefined : `waiting for ${listed(unready)}`)
  }
}

/** A line has room for two names. */
const listed = (names: readonly string[]): string =>
  names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ')
