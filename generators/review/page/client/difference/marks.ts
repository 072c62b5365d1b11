/** Part of a line, from a column up to another. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What differs between two lines, in words as a whole. Undefined where they have little in common: all differs. */
export const marks = (before: string, after: string): readonly [before: Span, after: Span] | undefined => {
  const [old, young] = [wordsIn(before), wordsIn(after)]
  const shorter = Math.min(old.length, young.length)
  let start = 0
  while (start < shorter && old[start] === young[start]) start++
  let end = 0
  while (end < shorter - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end++
  const [from, rest] = [old.slice(0, start).join(''), end === 0 ? '' : old.slice(-end).join('')]
  const common = `${from}${rest}`.trim().length
  if (common * 4 < Math.max(before.trim().length, after.trim().length)) return undefined
  return [
    { from: from.length, to: before.length - rest.length },
    { from: from.length, to: after.length - rest.length },
  ]
}

const wordsIn = (line: string): readonly string[] => line.match(/\w+|\s+|[^\w\s]/g) ?? []
