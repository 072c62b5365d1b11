import type { Track } from '../../generators/progress.ts'

/** Keeps what it is told of long work, word by word. */
export const keptProgress = (): { readonly track: Track; readonly told: readonly string[] } => {
  const told: string[] = []
  return {
    told,
    track: (what, total) => {
      told.push(`${what}, ${total}`)
      return {
        step: () => told.push('step'),
        reach: (value, now = 'nothing') => told.push(`${value}: ${now}`),
        done: () => told.push('done'),
      }
    },
  }
}
