import type { SyntaxNode } from '@lezer/common'
import { drop, keep, type Source } from '../source.ts'
import { isVariable, type Named, needs, partsOf, type Result, report, textOf, unknown, type Walk } from '../walk.ts'
import { labelsIn } from './aggregation.ts'

const comparisons: ReadonlySet<string> = new Set(['Eql', 'Neq', 'Gtr', 'Gte', 'Lss', 'Lte'])
const setOperators: ReadonlySet<string> = new Set(['And', 'Or', 'Unless'])

/** Reads `a / on (pod) group_left (node) b`. */
export const readBinary = (node: SyntaxNode, walk: Walk): Result => {
  const [one, operator, ...others] = partsOf(node)
  const other = others.at(-1)
  if (one === undefined || operator === undefined || other === undefined) return unknown
  const left = walk.read(one)
  const right = walk.read(other)
  for (const [part, { type }] of [
    [one, left],
    [other, right],
  ] as const) {
    if (type === 'range' || type === 'string') report(part, `calculates with a ${type}`, walk)
  }
  if (left.type === 'any' || right.type === 'any') return { type: 'any', sources: [...left.sources, ...right.sources] }
  const isSet = setOperators.has(operator.name)
  if (isSet && (left.type === 'scalar' || right.type === 'scalar')) {
    report(operator, `asks for ${textOf(operator, walk)} with a number; it joins series`, walk)
  }
  if (left.type === 'scalar' && right.type === 'scalar') {
    const isBool = node.getChild('BoolModifier') !== null
    if (comparisons.has(operator.name) && !isBool) report(operator, 'compares two numbers without bool', walk)
    return { type: 'scalar', sources: [] }
  }
  if (left.type === 'scalar') return { type: 'vector', sources: right.sources }
  if (right.type === 'scalar') return { type: 'vector', sources: left.sources }
  const clause = matchingOf(node.getChild('MatchingModifierClause'), walk)
  noteUses(clause, left.sources, right.sources, walk)
  if (operator.name === 'Or') return { type: 'vector', sources: [...left.sources, ...right.sources] }
  if (isSet) return { type: 'vector', sources: left.sources }
  return { type: 'vector', sources: matched(clause, left.sources, right.sources, walk) }
}

interface Matching {
  readonly on: boolean
  readonly labels: readonly Named[]
  /** The side whose series are many, and keep their labels. */
  readonly many?: 'left' | 'right'
  /** Labels that the many get from the one. */
  readonly included: readonly Named[]
}

const matchingOf = (clause: SyntaxNode | null, walk: Walk): Matching | undefined => {
  if (clause === null) return undefined
  const [labels, included] = clause.getChildren('GroupingLabels')
  const many =
    clause.getChild('GroupLeft') !== null ? 'left' : clause.getChild('GroupRight') !== null ? 'right' : undefined
  return {
    on: clause.getChild('On') !== null,
    labels: labelsIn(labels ?? null, walk),
    ...(many === undefined ? {} : { many }),
    included: labelsIn(included ?? null, walk),
  }
}

type Sources = readonly Source[]

const noteUses = (matching: Matching | undefined, left: Sources, right: Sources, walk: Walk): void => {
  if (matching === undefined) return
  const { on, labels, many, included } = matching
  const names = labels.map(({ label }) => label)
  for (const side of [left, right]) {
    if (!labels.some((label) => isVariable(label, walk)))
      walk.merges.push({ inside: side, left: on ? keep(side, names) : drop(side, names) })
    if (on) needs(labels, 'on', side, walk)
  }
  if (!on) needs(labels, 'ignoring', [...left, ...right], walk)
  if (many !== undefined) needs(included, `group_${many}`, many === 'left' ? right : left, walk)
}

/** The labels of one series matched with one, or with many. */
const matched = (matching: Matching | undefined, left: Sources, right: Sources, walk: Walk): Sources => {
  if (matching === undefined) return left
  const { on, labels, many, included } = matching
  const names = labels.map(({ label }) => label)
  if (many === undefined) {
    if (labels.some((label) => isVariable(label, walk))) return left
    return on ? keep(left, names) : drop(left, names)
  }
  const [whole, part] = many === 'left' ? [left, right] : [right, left]
  return [
    ...whole,
    ...keep(
      part,
      included.map(({ label }) => label),
    ),
  ]
}
