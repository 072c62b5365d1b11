import { diffArrays } from 'diff'
import { alike, likeness } from './likeness.ts'

type Items = readonly unknown[]

/** An item before and what it is after, by index. One of them is missing where it came or went. */
export type Match =
  | { readonly before: number; readonly after: number }
  | { readonly before: number; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: number }

/** Equal items have equal keys. */
type Keys = readonly [before: readonly string[], after: readonly string[]]

/** The items that differ, where order counts: what stands between two that stay was replaced by what stands there now. */
export const matchedInOrder = (before: Items, after: Items, keys: Keys): readonly Match[] => {
  const matches: Match[] = []
  let [old, young]: [number[], number[]] = [[], []]
  let [nextOld, nextYoung] = [0, 0]
  const close = () => {
    matches.push(...paired(before, after, old, young, true))
    old = []
    young = []
  }
  for (const { count, removed, added } of diffArrays([...keys[0]], [...keys[1]])) {
    if (removed) old.push(...range(nextOld, count))
    else if (added) young.push(...range(nextYoung, count))
    else close()
    if (!added) nextOld += count
    if (!removed) nextYoung += count
  }
  close()
  return matches
}

/** The items that differ, where order does not count. */
export const matchedAnywhere = (before: Items, after: Items, [oldKeys, youngKeys]: Keys): readonly Match[] => {
  const left = new Map<string, number[]>()
  for (const [index, key] of youngKeys.entries()) left.set(key, [...(left.get(key) ?? []), index])
  const old = oldKeys.flatMap((key, index) => (left.get(key)?.shift() === undefined ? [index] : []))
  const young = [...left.values()].flat().toSorted((one, other) => one - other)
  return paired(before, after, old, young, false)
}

const range = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index)

/** Pairs each item that went with the one that came which is most like it, if they are alike at all. */
const paired = (
  before: Items,
  after: Items,
  old: readonly number[],
  young: readonly number[],
  inOrder: boolean,
): readonly Match[] => {
  const free = new Set(young)
  const matches = old.map((index): Match => {
    // a scalar that stands alone in the place of another is that one, changed
    const alone =
      old.length === 1 && young.length === 1 && !isCollection(before[index]) && !isCollection(after[young[0]!])
    const found = alone ? young[0] : mostAlike(before[index], after, free)
    if (found === undefined) return { before: index }
    for (const other of [...free]) if (inOrder ? other <= found : other === found) free.delete(other)
    return { before: index, after: found }
  })
  const taken = new Set(matches.map((match) => match.after))
  return [...matches, ...young.filter((index) => !taken.has(index)).map((index): Match => ({ after: index }))]
}

const mostAlike = (item: unknown, among: Items, free: ReadonlySet<number>): number | undefined => {
  const all = [...free].map((index) => ({ index, like: likeness(item, among[index]) }))
  const best = Math.max(...all.map(({ like }) => like), 0)
  return best < alike ? undefined : all.find(({ like }) => like === best)?.index
}

const isCollection = (value: unknown): boolean => typeof value === 'object' && value !== null
