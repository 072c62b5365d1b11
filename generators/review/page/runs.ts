import type { Runs } from './page-data.ts'

/** Indexes told by runs: lines that were met in order have indexes in order. */
export const runsOf = (indexes: readonly number[]): Runs => {
  const runs: number[] = []
  for (const index of indexes) {
    const [first = 0, length = 0] = runs.slice(-2)
    if (length > 0 && index === first + length) runs[runs.length - 1] = length + 1
    else runs.push(index, 1)
  }
  return runs
}
