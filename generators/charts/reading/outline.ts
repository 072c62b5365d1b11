import { isAlias, isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'

/** A key of a block map in a YAML text, and where it stands. Lines and columns count from 0. */
export interface OutlineKey {
  readonly name: string
  readonly parent: OutlineKey | undefined
  readonly line: number
  readonly column: number
  /** Its value is `{}` or `[]`. */
  readonly empty: boolean
}

export interface Outline {
  /** In the order of the text. */
  readonly keys: readonly OutlineKey[]
  /** Lines of lists and of texts of many lines: what stands there is no key and no comment on one. */
  readonly opaque: ReadonlySet<number>
}

/** Where the keys of a YAML text stand. */
export const outlineOf = (text: string): Outline => {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter })
  const keys: OutlineKey[] = []
  const opaque = new Set<number>()

  const lineAt = (offset: number): number => lineCounter.linePos(offset).line - 1
  const walk = (map: YAMLMap<Node, Node | null>, parent: OutlineKey | undefined): void => {
    for (const { key: keyNode, value } of map.items) {
      if (!isScalar(keyNode)) continue
      const { line, col } = lineCounter.linePos(startOf(keyNode))
      const key = { name: String(keyNode.value), parent, line: line - 1, column: col - 1, empty: isEmpty(value) }
      keys.push(key)
      if (isMap<Node, Node | null>(value) && value.flow !== true) walk(value, key)
      else if (value !== null)
        for (let at = lineAt(startOf(value)) + 1; at <= lineAt(endOf(value)); at++) opaque.add(at)
    }
  }
  if (isMap<Node, Node | null>(contents)) walk(contents, undefined)
  return { keys, opaque }
}

const startOf = (node: Node): number => node.range?.[0] ?? 0
const endOf = (node: Node): number => Math.max(startOf(node), (node.range?.[1] ?? 0) - 1)
const isEmpty = (value: Node | null): boolean =>
  value !== null && !isScalar(value) && !isAlias(value) && 'items' in value && value.items.length === 0

/** The keys from the root down to this one. */
export const pathOf = ({ parent, name }: OutlineKey): readonly string[] =>
  parent === undefined ? [name] : [...pathOf(parent), name]
