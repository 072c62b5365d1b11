/** Lines of a text: from which one on, and up to which other one. */
export interface Block {
  readonly from: number
  readonly to: number
}

/**
 * The same difference, told at another place: of `a b a b`, either half may be the one that is new. It starts where it is
 * least indented, because that is where people start what they write.
 *
 * @param room where the block may be: what is before and after belongs to other differences.
 */
export const slid = (lines: readonly string[], block: Block, room: Block): Block => {
  let best = block
  const consider = (from: number, to: number): void => {
    if (indentation(lines[from]) < indentation(lines[best.from])) best = { from, to }
  }
  for (let { from, to } = block; from > room.from && lines[from - 1] === lines[to - 1]; ) consider(--from, --to)
  for (let { from, to } = block; to < room.to && lines[from] === lines[to]; ) consider(++from, ++to)
  return best
}

/** An empty line belongs to what is around it. */
const indentation = (line = ''): number => {
  const column = line.search(/\S/)
  return column === -1 ? Number.POSITIVE_INFINITY : column
}
