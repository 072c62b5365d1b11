import type { Standing } from './standing.ts'

/** Tells what became ready and what failed, each once, with the seconds since the start. */
export const teller = (say: (line: string) => void) => {
  const begun = Date.now()
  const told = new Set<string>()
  return (all: readonly Standing[]): void => {
    for (const { name, state, message } of all) {
      const line = state === 'ready' ? `ready   ${name}` : `failing ${name}: ${message}`
      if (state === 'waiting' || told.has(line)) continue
      told.add(line)
      say(`${line} (${Math.round((Date.now() - begun) / 1000)} s)`)
    }
  }
}
