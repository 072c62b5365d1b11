import type { SyntaxNode } from '@lezer/common'
import type { ValueType } from '../reading.ts'
import { unquote } from '../scan.ts'
import { anything, drop, made, type Source } from '../source.ts'
import { isVariable, type Named, needs, partsOf, type Result, report, textOf, unknown, type Walk } from '../walk.ts'
import { type Signature, signatures } from './functions.ts'
import { expect } from './types.ts'

/** Reads `rate(…)`. */
export const readCall = (node: SyntaxNode, walk: Walk): Result => {
  const identifier = node.getChild('FunctionIdentifier')
  const body = node.getChild('FunctionCallBody')
  if (identifier === null || body === null) return unknown
  const name = textOf(identifier, walk)
  const args = partsOf(body)
  const results = args.map((arg) => walk.read(arg))
  const through = results.flatMap(({ sources }) => sources)
  // A function that a variable names may be any.
  if (isVariable(identifier, walk)) return { type: 'any', sources: through }
  const signature = signatures.get(name)
  if (signature !== undefined) checkArguments(node, name, signature, args, results, walk)
  const label = labelsOfCall[name]
  const sources = signature?.returns === 'scalar' ? [] : label === undefined ? through : label(args, through, walk)
  if (merging.has(name)) walk.merges.push({ inside: through, left: sources })
  return { type: signature?.returns ?? 'any', sources }
}

const checkArguments = (
  node: SyntaxNode,
  name: string,
  { takes, optional, repeats }: Signature,
  args: readonly SyntaxNode[],
  results: readonly Result[],
  walk: Walk,
): void => {
  const most = repeats ? Number.POSITIVE_INFINITY : takes.length + optional.length
  if (args.length < takes.length || args.length > most) {
    const count =
      most === takes.length ? `${most}` : repeats ? `at least ${takes.length}` : `${takes.length} to ${most}`
    report(node, `gives ${name}() ${args.length} arguments; it takes ${count}`, walk)
    return
  }
  const types: readonly ValueType[] = [...takes, ...optional]
  for (const [index, arg] of args.entries()) expect(types[index] ?? types.at(-1)!, arg, results[index]!, name, walk)
}

/** Functions that have one answer for all series together. */
const merging: ReadonlySet<string> = new Set(['absent', 'absent_over_time', 'scalar'])

type LabelsOfCall = (args: readonly SyntaxNode[], through: readonly Source[], walk: Walk) => readonly Source[]

/** What the functions that change labels make of them. Every other one lets through what its arguments have. */
const labelsOfCall: Readonly<Record<string, LabelsOfCall>> = {
  absent: (args, _, walk) => absentLabels(args, walk),
  absent_over_time: (args, _, walk) => absentLabels(args, walk),
  histogram_fraction: (_, through) => drop(through, ['le']),
  histogram_quantile: (args, through, walk) => {
    const buckets = through.filter(({ selector }) => selector?.metrics.some((metric) => metric.endsWith('_bucket')))
    // Native histograms need no label.
    if (buckets.length > 0) needs([{ label: 'le', ...spanOf(args[1]) }], 'histogram_quantile', through, walk)
    return drop(through, ['le'])
  },
  info: (_, through) => [...through, anything],
  label_join: ([, target, , ...from], through, walk) => {
    needs(
      from.flatMap((arg) => literal(arg, walk)),
      'label_join',
      through,
      walk,
    )
    return [...through, ...madeBy(target, walk)]
  },
  label_replace: ([, target, , from], through, walk) => {
    needs(literal(from, walk), 'label_replace', through, walk)
    return [...through, ...madeBy(target, walk)]
  },
  sort_by_label: ([, ...labels], through, walk) => sorted(labels, 'sort_by_label', through, walk),
  sort_by_label_desc: ([, ...labels], through, walk) => sorted(labels, 'sort_by_label_desc', through, walk),
}

const sorted = (labels: readonly SyntaxNode[], clause: string, through: readonly Source[], walk: Walk) => {
  needs(
    labels.flatMap((label) => literal(label, walk)),
    clause,
    through,
    walk,
  )
  return through
}

/** A label that is named by a string. An empty string names none. */
const literal = (arg: SyntaxNode | undefined, walk: Walk): readonly Named[] => {
  if (arg?.name !== 'StringLiteral') return []
  const label = unquote(textOf(arg, walk))
  return label === '' ? [] : [{ label, ...spanOf(arg) }]
}

const madeBy = (arg: SyntaxNode | undefined, walk: Walk): readonly Source[] => {
  if (arg !== undefined && isVariable(arg, walk)) return [anything]
  return literal(arg, walk).map(({ label }) => made(label))
}

/** What is absent has the labels that were asked for by their very value. */
const absentLabels = ([arg]: readonly SyntaxNode[], walk: Walk): readonly Source[] => {
  const inside = walk.selectors.filter(({ from, to }) => arg !== undefined && arg.from <= from && to <= arg.to)
  return [made(...inside.flatMap(({ matchers }) => matchers.flatMap(({ op, label }) => (op === '=' ? [label] : []))))]
}

const spanOf = (node: SyntaxNode | undefined) => ({ from: node?.from ?? 0, to: node?.to ?? 0 })
