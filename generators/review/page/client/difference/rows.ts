import type { Hunk } from '../../page-data.ts'
import { lengthOf } from '../review.ts'
import { pairs } from './pairs.ts'

/** A line of a difference, by its indexes before and after; both where it stays. */
export interface LineRow {
  readonly kind: 'changed' | 'same'
  readonly before?: number
  readonly after?: number
  /** The line of the other side that it is compared with, where that one stands in a row of its own. */
  readonly beside?: number
}

/** Lines that stay, and that nobody needs to see. */
export interface GapRow {
  readonly kind: 'gap'
  readonly rows: readonly LineRow[]
}

export type Row = GapRow | LineRow

/** Lines that stay and are shown around those that change. */
const context = 3

/** The rows of a difference: lines that stay, lines that change side by side, and gaps where many stay. */
export const rowsOf = (before: readonly string[], after: readonly string[], hunks: readonly Hunk[]): readonly Row[] => {
  const rows: Row[] = []
  let [old, young] = [0, 0]
  for (const [at, gone, runs] of hunks) {
    const stay = at - old
    rows.push(...folded(same(old, young, stay), old === 0, false))
    old += stay
    young += stay
    const come = lengthOf(runs)
    for (const [left, right] of pairs(before.slice(old, old + gone), after.slice(young, young + come))) {
      rows.push({
        kind: 'changed',
        ...(left !== undefined && { before: old + left }),
        ...(right !== undefined && { after: young + right }),
      })
    }
    old += gone
    young += come
  }
  return [...rows, ...folded(same(old, young, before.length - old), old === 0, true)]
}

const same = (old: number, young: number, length: number): readonly LineRow[] =>
  Array.from({ length }, (_, index) => ({ kind: 'same', before: old + index, after: young + index }))

/** Lines that stay, all but those beside a change in a gap. A gap of a line or two would be as large as these. */
const folded = (rows: readonly LineRow[], isFirst: boolean, isLast: boolean): readonly Row[] => {
  const [start, end] = [isFirst ? 0 : context, isLast ? rows.length : rows.length - context]
  if (end - start < 3) return rows
  return [...rows.slice(0, start), { kind: 'gap', rows: rows.slice(start, end) }, ...rows.slice(end)]
}
