import { diffArrays } from 'diff'
import type { Hunk } from './page-data.ts'
import { runsOf } from './runs.ts'

/** From so many edits on, two texts have little in common, and to look for it would take long. */
const mostEdits = 4000

/** How one list of lines becomes another. */
export const hunksOf = (before: readonly number[], after: readonly number[]): readonly Hunk[] => {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  if (parts === undefined) return [[0, before.length, runsOf(after)]]
  const hunks: { at: number; gone: number; come: readonly number[] }[] = []
  let at = 0
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length
      continue
    }
    const last = hunks.at(-1)
    // what goes and what comes in its place are told one after the other
    const isSame = last !== undefined && last.at + last.gone === at
    const hunk = isSame ? last : { at, gone: 0, come: [] }
    if (!isSame) hunks.push(hunk)
    if (added) hunk.come = [...hunk.come, ...value]
    else {
      hunk.gone += value.length
      at += value.length
    }
  }
  return hunks.map((one) => [one.at, one.gone, runsOf(one.come)])
}
