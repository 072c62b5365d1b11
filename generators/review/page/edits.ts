import { diffArrays } from 'diff'
import { type Block, slid } from './slid.ts'

/** Lines that go, and those that come in their place. One of the two may be empty, and still has its place. */
export interface Edit {
  readonly before: Block
  readonly after: Block
}

/** From so many edits on, two texts have little in common, and to look for it would take long. */
const mostEdits = 4000

/** How one text becomes another, line by line. */
export const editsOf = (before: readonly string[], after: readonly string[]): readonly Edit[] => {
  const found = foundEdits(before, after)
  const told: Edit[] = []
  for (const [index, edit] of found.entries()) {
    const [last, next] = [told.at(-1), found[index + 1]]
    if (isEmpty(edit.after)) {
      const room = { from: last?.before.to ?? 0, to: next?.before.from ?? before.length }
      told.push(moved(edit, slid(before, edit.before, room).from - edit.before.from))
    } else if (isEmpty(edit.before)) {
      const room = { from: last?.after.to ?? 0, to: next?.after.from ?? after.length }
      told.push(moved(edit, slid(after, edit.after, room).from - edit.after.from))
    } else told.push(edit)
  }
  return told
}

const isEmpty = ({ from, to }: Block): boolean => from === to

const moved = ({ before, after }: Edit, by: number): Edit => ({
  before: { from: before.from + by, to: before.to + by },
  after: { from: after.from + by, to: after.to + by },
})

const foundEdits = (before: readonly string[], after: readonly string[]): readonly Edit[] => {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  if (parts === undefined) return [{ before: { from: 0, to: before.length }, after: { from: 0, to: after.length } }]
  const edits: Edit[] = []
  let [old, young] = [0, 0]
  for (const { added, removed, value } of parts) {
    const start = { before: { from: old, to: old }, after: { from: young, to: young } }
    if (!added) old += value.length
    if (!removed) young += value.length
    if (!added && !removed) continue
    // what goes and what comes in its place are told one after the other
    const last = edits.at(-1)
    const together =
      last?.before.to === start.before.from && last.after.to === start.after.from ? edits.pop() : undefined
    const { before: first, after: second } = together ?? start
    edits.push({ before: { from: first.from, to: old }, after: { from: second.from, to: young } })
  }
  return edits
}
