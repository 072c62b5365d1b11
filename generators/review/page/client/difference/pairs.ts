/** Indexes of a line that goes and of one that comes in its place; one of them is missing where there is none. */
export type Pair = readonly [before: number | undefined, after: number | undefined]

/** From so many comparisons on, lines are told side by side as they come. */
const mostComparisons = 40_000

/** Which line comes in the place of which: those that set the same key, in their order, and what is left between them. */
export const pairs = (before: readonly string[], after: readonly string[]): readonly Pair[] => {
  const result: Pair[] = []
  let [left, right] = [0, 0]
  const fill = (leftEnd: number, rightEnd: number): void => {
    for (; left < leftEnd || right < rightEnd; left++, right++) {
      result.push([left < leftEnd ? left : undefined, right < rightEnd ? right : undefined])
    }
    left = leftEnd
    right = rightEnd
  }
  for (const [one, other] of alike(before.map(keyIn), after.map(keyIn))) {
    fill(one, other)
    fill(one + 1, other + 1)
  }
  fill(before.length, after.length)
  return result
}

/** What a line is known by: its indentation with its key, or with its first word. */
const keyIn = (line: string): string => /^\s*(?:- )*(?:[^\s:]+:|\w+)?/.exec(line)?.[0] ?? ''

/** The longest common sequence of two lists, by indexes. */
const alike = (before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] => {
  if (before.length * after.length > mostComparisons) return []
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const at = (left: number, right: number): number => lengths[left * width + right] ?? 0
  for (let left = before.length - 1; left >= 0; left--) {
    for (let right = after.length - 1; right >= 0; right--) {
      lengths[left * width + right] =
        before[left] === after[right] ? at(left + 1, right + 1) + 1 : Math.max(at(left + 1, right), at(left, right + 1))
    }
  }
  const found: [number, number][] = []
  for (let [left, right] = [0, 0]; left < before.length && right < after.length; ) {
    if (before[left] === after[right]) found.push([left++, right++])
    else if (at(left + 1, right) >= at(left, right + 1)) left++
    else right++
  }
  return found
}
