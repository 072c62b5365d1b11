import type { SyntaxNode, Tree } from '@lezer/common'
import type { LabelUse, QueryError, QueryReading, Selector, Span, ValueType } from './reading.ts'
import { anything, type Merge, mustCome, type Source } from './source.ts'

/** What a part of a query evaluates to. */
export interface Result {
  readonly type: ValueType
  readonly sources: readonly Source[]
}

/** A label as it is written in a clause. */
export interface Named extends Span {
  readonly label: string
}

/** One reading of a query under way: the text, and what was found so far. */
export interface Walk {
  readonly text: string
  /** Where variables of Grafana's stood. */
  readonly variables: readonly Span[]
  readonly selectors: Selector[]
  readonly labelUses: LabelUse[]
  readonly merges: Merge[]
  readonly errors: QueryError[]
  /** Reads a part of the tree, and notes what it finds there. */
  readonly read: (node: SyntaxNode) => Result
}

/** Whatever nobody can know. */
export const unknown: Result = { type: 'any', sources: [anything] }

/** Deeper than any query that a person wrote, and far above where the stack ends. */
const deepest = 500

/** Reads a tree without errors. What is nested too deep is not looked into. */
export const readTree = (
  { topNode }: Tree,
  text: string,
  variables: readonly Span[],
  readNode: (node: SyntaxNode, walk: Walk) => Result,
): QueryReading => {
  let depth = 0
  const read = (node: SyntaxNode): Result => {
    if (depth >= deepest) return unknown
    depth++
    const result = readNode(node, walk)
    depth--
    return result
  }
  const walk: Walk = { text, variables, selectors: [], labelUses: [], merges: [], errors: [], read }
  const [root] = partsOf(topNode)
  const { type, sources } = root === undefined ? unknown : read(root)
  const { selectors, labelUses, merges, errors } = walk
  return { selectors, labelUses, merges, errors, type, result: sources }
}

/** What can be said of a query with a syntax error. */
export const unreadable = (error: QueryError): QueryReading => ({
  selectors: [],
  labelUses: [],
  merges: [],
  errors: [error],
  type: 'any',
  result: unknown.sources,
})

/** The named parts below a node, comments left out. */
export const partsOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const parts: SyntaxNode[] = []
  for (let part = node.firstChild; part !== null; part = part.nextSibling) {
    if (part.name !== 'LineComment') parts.push(part)
  }
  return parts
}

export const textOf = ({ from, to }: Span, walk: Walk): string => walk.text.slice(from, to)

/** Whether a variable of Grafana's had a part in it. */
export const isVariable = ({ from, to }: Span, { variables }: Walk): boolean =>
  variables.some((variable) => variable.from < to && from < variable.to)

/** Notes that a clause needs labels of what it works on. */
export const needs = (labels: readonly Named[], clause: string, sources: readonly Source[], walk: Walk): void => {
  for (const named of labels) {
    const selectors = isVariable(named, walk) ? undefined : mustCome(sources, named.label)
    if (selectors !== undefined) walk.labelUses.push({ ...named, clause, selectors })
  }
}

export const report = ({ from, to }: Span, message: string, walk: Walk): void => {
  walk.errors.push({ from, to, message })
}
