import type { SyntaxNode } from '@lezer/common'
import type { ValueType } from '../reading.ts'
import { unquote } from '../scan.ts'
import { drop, keep, made, type Source } from '../source.ts'
import { isVariable, type Named, needs, partsOf, type Result, report, textOf, unknown, type Walk } from '../walk.ts'
import { aggregationParameters, picking } from './functions.ts'
import { expect } from './types.ts'

/** Reads `sum by (pod) (…)`. */
export const readAggregation = (node: SyntaxNode, walk: Walk): Result => {
  const op = node.getChild('AggregateOp')
  const body = node.getChild('FunctionCallBody')
  if (op === null || body === null) return unknown
  const name = textOf(op, walk).toLowerCase()
  const parts = partsOf(body)
  const results = parts.map((part) => walk.read(part))
  if (!isVariable(op, walk)) checkArguments(node, name, parts, results, walk)
  const sources = results.at(-1)?.sources ?? []
  const modifier = node.getChild('AggregateModifier')
  // What a variable names may be any function.
  if (isVariable(op, walk) && modifier === null) return { type: 'any', sources }
  const grouped = group(modifier, sources, walk)
  if (picking.has(name)) return { type: 'vector', sources }
  walk.merges.push({ inside: sources, left: grouped })
  const [first] = parts
  const counted = name === 'count_values' && first?.name === 'StringLiteral' ? [made(unquote(textOf(first, walk)))] : []
  return { type: 'vector', sources: [...grouped, ...counted] }
}

const checkArguments = (
  node: SyntaxNode,
  name: string,
  parts: readonly SyntaxNode[],
  results: readonly Result[],
  walk: Walk,
): void => {
  const parameter = aggregationParameters.get(name)
  const takes: readonly ValueType[] = parameter === undefined ? ['vector'] : [parameter, 'vector']
  if (parts.length === takes.length) {
    for (const [index, part] of parts.entries()) expect(takes[index]!, part, results[index]!, name, walk)
  } else report(node, `gives ${name}() ${parts.length} arguments; it takes ${takes.length}`, walk)
}

const group = (modifier: SyntaxNode | null, sources: readonly Source[], walk: Walk): readonly Source[] => {
  if (modifier === null) return []
  const labels = labelsIn(modifier.getChild('GroupingLabels'), walk)
  const clause = modifier.getChild('By') === null ? 'without' : 'by'
  needs(labels, clause, sources, walk)
  const names = labels.map(({ label }) => label)
  if (clause === 'without') return drop(sources, names)
  // A variable may hold any label.
  return labels.some((label) => isVariable(label, walk)) ? sources : keep(sources, names)
}

/** The labels in parentheses. */
export const labelsIn = (list: SyntaxNode | null, walk: Walk): readonly Named[] =>
  (list === null ? [] : partsOf(list)).flatMap(({ name, from, to }) => {
    if (name === 'LabelName') return [{ label: walk.text.slice(from, to), from, to }]
    return name === 'QuotedLabelName' ? [{ label: unquote(walk.text.slice(from, to)), from, to }] : []
  })
