import type { SyntaxNode } from '@lezer/common'
import { unquote } from '../scan.ts'
import { drop, keep, made, type Source } from '../source.ts'
import { isVariable, type Named, needs, partsOf, type Result, textOf, unknown, type Walk } from '../walk.ts'

/** Reads what makes numbers of log lines, and calculates with them. */
export const readMetric = (node: SyntaxNode, walk: Walk): Result => {
  switch (node.name) {
    case 'RangeAggregationExpr': {
      const { sources } = readPart(node, 'LogRangeExpr', walk)
      return merged(sources, grouped(node, sources, 'through', walk), walk)
    }
    case 'VectorAggregationExpr': {
      const name = node.getChild('VectorOp')
      const picks = name !== null && picking.has(textOf(name, walk))
      const { sources } = readPart(node, 'MetricExpr', walk)
      const groups = grouped(node, sources, 'nothing', walk)
      return picks ? vector(sources) : merged(sources, groups, walk)
    }
    case 'LabelReplaceExpr':
      return readLabelReplace(node, walk)
    case 'BinOpExpr':
      return readBinary(node, walk)
    case 'LiteralExpr':
      return { type: 'scalar', sources: [] }
    case 'VectorExpr':
      return vector([])
    default:
      return unknown
  }
}

const picking: ReadonlySet<string> = new Set(['approx_topk', 'bottomk', 'sort', 'sort_desc', 'topk'])

const vector = (sources: readonly Source[]): Result => ({ type: 'vector', sources })

const readPart = (node: SyntaxNode, name: string, walk: Walk): Result => {
  const part = node.getChild(name)
  return part === null ? unknown : walk.read(part)
}

const merged = (inside: readonly Source[], left: readonly Source[], walk: Walk): Result => {
  walk.merges.push({ inside, left })
  return vector(left)
}

/** What `by` or `without` leaves; `otherwise`, where neither is said. */
const grouped = (
  node: SyntaxNode,
  sources: readonly Source[],
  otherwise: 'nothing' | 'through',
  walk: Walk,
): readonly Source[] => {
  const grouping = node.getChild('Grouping')
  if (grouping === null) return otherwise === 'through' ? sources : []
  const labels = identifiers(grouping.getChild('Labels'), walk)
  const clause = grouping.getChild('By') === null ? 'without' : 'by'
  needs(labels, clause, sources, walk)
  const names = labels.map(({ label }) => label)
  if (clause === 'without') return drop(sources, names)
  return labels.some((label) => isVariable(label, walk)) ? sources : keep(sources, names)
}

const identifiers = (node: SyntaxNode | null, walk: Walk): readonly Named[] =>
  (node === null ? [] : partsOf(node)).flatMap((part) =>
    part.name === 'Identifier' || part.name === 'LabelName'
      ? [{ label: textOf(part, walk), from: part.from, to: part.to }]
      : identifiers(part, walk),
  )

const readLabelReplace = (node: SyntaxNode, walk: Walk): Result => {
  const { sources } = readPart(node, 'MetricExpr', walk)
  const [target, , from] = node.getChildren('String')
  if (target === undefined || from === undefined) return unknown
  const label = unquote(textOf(from, walk))
  if (label !== '') needs([{ label, from: from.from, to: from.to }], 'label_replace', sources, walk)
  return vector([...sources, made(unquote(textOf(target, walk)))])
}

const readBinary = (node: SyntaxNode, walk: Walk): Result => {
  const [one, other] = node.getChildren('Expr')
  if (one === undefined || other === undefined) return unknown
  const left = walk.read(one)
  const right = walk.read(other)
  if (left.type === 'scalar' || right.type === 'scalar') return left.type === 'scalar' ? right : left
  const modifier = node.getChild('BinOpModifier')
  const matching = modifier?.getChild('OnOrIgnoringModifier') ?? null
  const labels = identifiers(matching, walk)
  if (matching !== null && matching.getChild('On') !== null) {
    needs(labels, 'on', left.sources, walk)
    needs(labels, 'on', right.sources, walk)
  }
  // Which side is many does not matter to what the whole may have.
  const isMany = modifier !== null && (modifier.getChild('GroupLeft') ?? modifier.getChild('GroupRight')) !== null
  const joins = isMany || node.getChild('Or') !== null
  return vector(joins ? [...left.sources, ...right.sources] : left.sources)
}
