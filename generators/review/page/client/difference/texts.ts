import type { PageDifference } from '../../page-data.ts'
import type { Review } from '../review.ts'
import { blockTextIn } from './yaml.ts'

/** One side of a difference, line by line. */
export interface Side {
  readonly lines: readonly string[]
  readonly isBlockText: readonly boolean[]
}

export interface Texts {
  readonly before: Side
  readonly after: Side
}

/** Both sides of a difference in full. */
export const textsOf = ({ before, hunks }: PageDifference, linesOf: Review['linesOf']): Texts => {
  const old = linesOf(before)
  const young: (readonly string[])[] = []
  let reached = 0
  for (const [at, gone, come] of hunks) {
    young.push(old.slice(reached, at), linesOf(come))
    reached = at + gone
  }
  return { before: sideOf(old), after: sideOf([...young, old.slice(reached)].flat()) }
}

const sideOf = (lines: readonly string[]): Side => ({ lines, isBlockText: blockTextIn(lines) })
