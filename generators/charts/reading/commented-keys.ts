import { parse } from 'yaml'
import type { KeyMap, Keys } from '../keys.ts'
import { withMissing } from './merge.ts'
import { type Outline, type OutlineKey, outlineOf, pathOf } from './outline.ts'
import { isKeyMap, keyMapAt, shapeOf } from './shape.ts'

interface Comment {
  readonly line: number
  /** Where the `#` stands, counted from 0. */
  readonly column: number
  /** What follows the `#` and one space. */
  readonly text: string
}

/** Keys that a values file shows in comments only: `# storageClassName: local-path` beside the keys of `persistence`. */
export const commentedKeys = (text: string): KeyMap => {
  const outline = outlineOf(text)
  return commentBlocks(text, outline)
    .flatMap((block) => keysOfBlock(block, outline))
    .reduce<KeyMap>((keys, { path, shape }) => withMissing(keys, keyMapAt(path, shape)), {})
}

/** Comments on lines that follow each other. */
const commentBlocks = (text: string, { opaque }: Outline): readonly Comment[][] => {
  const blocks: Comment[][] = []
  for (const [line, content] of text.split('\n').entries()) {
    const found = opaque.has(line) ? null : /^( *)#(?: |(?=[^# ])|$)(.*)$/.exec(content)
    if (found === null) continue
    const comment = { line, column: found[1]?.length ?? 0, text: found[2]?.trimEnd() ?? '' }
    const last = blocks.at(-1)
    if (last?.at(-1)?.line === line - 1) last.push(comment)
    else blocks.push([comment])
  }
  return blocks
}

interface CommentedKey {
  readonly path: readonly string[]
  readonly shape: Keys
}

const keysOfBlock = (block: readonly Comment[], { keys }: Outline): readonly CommentedKey[] => {
  const before = keys.findLast(({ line }) => line < block[0]!.line)
  const after = keys.find(({ line }) => line > block[0]!.line)
  const found: CommentedKey[] = []
  // What follows `{}` or `[]` at once shows what could stand inside, until a sentence begins something else.
  let insideExample = before?.empty === true && before.line === block[0]!.line - 1
  let insideSchema = false
  for (const [index, { column, text }] of block.entries()) {
    if (/^@schema@?$/.test(text)) insideSchema = !insideSchema
    const key = insideSchema ? undefined : keyIn(text)
    if (key === undefined) {
      if (!/^( |- )/.test(text)) insideExample = false
      continue
    }
    const parent = parentAt(column, before, after)
    if (parent === undefined || insideExample) continue
    found.push({
      path: [...parent, key.name],
      shape: key.value === '' ? shapeBelow(block[index + 1]) : exampleShape(key.value),
    })
  }
  return found
}

/** `name: value`, unless it is a sentence (`Note: in general …`, `ref: https://…`, `limit: The sustained rate …`). */
const keyIn = (text: string): { name: string; value: string } | undefined => {
  const [, name, rest = ''] = /^([a-z_][\w-]*):(?: +(.*))?$/.exec(text) ?? []
  const value = rest.replace(/(^| +)#.*$/, '')
  if (name === undefined || /^(default|example|note|ref|see)$/.test(name) || /^[^'"[{|>].* /.test(value))
    return undefined
  return { name, value }
}

/** Keys below a commented key are an example of what may stand there, so that the map stays open. */
const shapeBelow = (next: Comment | undefined): Keys => {
  if (next === undefined) return null
  if (/^ *- /.test(next.text)) return []
  return /^ +[\w"'./-]+:/.test(next.text) ? {} : null
}

const exampleShape = (value: string): Keys => {
  try {
    const shape = shapeOf(parse(value))
    return isKeyMap(shape) ? {} : shape
  } catch {
    return null
  }
}

/** The map whose keys stand in this column, between one key and the next. */
const parentAt = (
  column: number,
  before: OutlineKey | undefined,
  after: OutlineKey | undefined,
): readonly string[] | undefined => {
  for (let key = before; key !== undefined; key = key.parent) {
    if (key.column === column) return key.parent === undefined ? [] : pathOf(key.parent)
  }
  if (after?.column !== column || after.parent !== before) return undefined
  return before === undefined ? [] : pathOf(before)
}
