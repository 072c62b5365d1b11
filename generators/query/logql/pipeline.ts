import type { SyntaxNode } from '@lezer/common'
import { type Matcher, matchesWithout, type Selector } from '../reading.ts'
import { unquote } from '../scan.ts'
import { anything, drop, keep, made, type Source } from '../source.ts'
import { isVariable, type Named, needs, partsOf, type Result, report, textOf, unknown, type Walk } from '../walk.ts'

/** Reads a log query: the streams, then each stage on what the one before it left. */
export const readLogs = (node: SyntaxNode, walk: Walk): Result => {
  const inside = node.getChild(node.name)
  const streams = node.getChild('Selector')
  if (streams === null) return inside === null ? unknown : walk.read(inside)
  const selector = readStreams(streams, walk)
  const sources = partsOf(node).reduce<readonly Source[]>(
    (through, part) => readStage(part, through, walk),
    // Loki marks what a parser could not read.
    [{ selector }, made('__error__', '__error_details__')],
  )
  return { type: node.name === 'LogExpr' ? 'logs' : 'range', sources }
}

const readStreams = (node: SyntaxNode, walk: Walk): Selector => {
  const matchers = matchersIn(node, walk)
  const selector: Selector = { from: node.from, to: node.to, metrics: [], matchers }
  walk.selectors.push(selector)
  if (!matchers.some((one) => !matchesWithout(one))) {
    report(node, 'selects every stream there is; name a label that must not be empty', walk)
  }
  return selector
}

const matchersIn = (node: SyntaxNode, walk: Walk): readonly Matcher[] =>
  partsOf(node).flatMap((part) => (part.name === 'Matcher' ? readMatcher(part, walk) : matchersIn(part, walk)))

const readMatcher = (node: SyntaxNode, walk: Walk): readonly Matcher[] => {
  const [label, op, literal] = partsOf(node)
  if (label === undefined || op === undefined || literal === undefined || isVariable(label, walk)) return []
  return [
    {
      from: label.from,
      to: node.to,
      label: textOf(label, walk),
      op: textOf(op, walk) as Matcher['op'],
      value: isVariable(literal, walk) ? undefined : unquote(textOf(literal, walk)),
    },
  ]
}

type Through = readonly Source[]

const readStage = (node: SyntaxNode, through: Through, walk: Walk): Through => {
  const stage = stages[node.name]
  return stage === undefined ? through : stage(node, through, walk)
}

const inside = (node: SyntaxNode, through: Through, walk: Walk): Through =>
  partsOf(node).reduce((sources, part) => readStage(part, sources, walk), through)

/** What each stage needs of the labels before it, and leaves to the one after it. Line filters and formats change none. */
const stages: Readonly<Record<string, (node: SyntaxNode, through: Through, walk: Walk) => Through>> = {
  PipelineExpr: inside,
  PipelineStage: inside,
  LabelParser: (node, through, walk) => [...through, ...parsed(node, walk)],
  LogfmtParser: (_, through) => [...through, anything],
  JsonExpressionParser: (node, through, walk) => [...through, ...extracted(node, walk)],
  LogfmtExpressionParser: (node, through, walk) => [...through, ...extracted(node, walk)],
  LabelFilter: (node, through, walk) => {
    needs(filtered(node, walk), 'label filter', through, walk)
    return through
  },
  LabelFormatExpr: (node, through, walk) => {
    const formats = descendants(node, 'LabelFormatMatcher').map((format) => format.getChildren('Identifier'))
    needs(
      formats.flatMap(([, from]) => (from === undefined ? [] : [named(from, walk)])),
      'label_format',
      through,
      walk,
    )
    return [...through, ...formats.flatMap(([label]) => (label === undefined ? [] : [made(textOf(label, walk))]))]
  },
  DropLabelsExpr: (node, through, walk) =>
    // One with a condition is dropped from some lines only.
    drop(
      through,
      descendants(node, 'DropLabel').flatMap((label) => plainLabel(label, walk)),
    ),
  KeepLabelsExpr: (node, through, walk) => {
    const labels = descendants(node, 'KeepLabel')
    return keep(
      through,
      labels.map((label) => labelOf(label, walk)),
    )
  },
  UnwrapExpr: (node, through, walk) => {
    const earlier = inside(node, through, walk)
    const label = node.getChild('Identifier')
    if (label === null) return earlier
    needs([named(label, walk)], 'unwrap', earlier, walk)
    // The unwrapped label became the value.
    return isVariable(label, walk) ? earlier : drop(earlier, [textOf(label, walk)])
  },
}

/** The labels that a parser takes out of a line: what a pattern or an expression names, or whatever the line holds. */
const parsed = (node: SyntaxNode, walk: Walk): readonly Source[] => {
  const literal = node.getChild('String')
  if (literal === null || isVariable(literal, walk)) return [anything]
  const groups = node.getChild('Regexp') === null ? /<([A-Za-z]\w*)>/g : /\(\?P?<([A-Za-z_]\w*)>/g
  return [made(...[...unquote(textOf(literal, walk)).matchAll(groups)].map(([, label]) => label!))]
}

/** The labels that `json a="b.c", d` names. */
const extracted = (node: SyntaxNode, walk: Walk): readonly Source[] =>
  descendants(node, 'LabelExtractionExpression').map((one) => made(labelOf(one, walk)))

/** The labels that a filter compares. One that may be empty may be missing. */
const filtered = (node: SyntaxNode, walk: Walk): readonly Named[] =>
  partsOf(node).flatMap((part) => {
    if (part.name === 'Matcher') return readMatcher(part, walk).filter((one) => !matchesWithout(one))
    return part.name === 'Identifier' ? [named(part, walk)] : filtered(part, walk)
  })

const named = (node: SyntaxNode, walk: Walk): Named => ({ label: textOf(node, walk), from: node.from, to: node.to })

const plainLabel = (node: SyntaxNode, walk: Walk): readonly string[] =>
  node.getChild('Matcher') === null ? [labelOf(node, walk)] : []

const labelOf = (node: SyntaxNode, walk: Walk): string => {
  const label = node.getChild('Identifier') ?? node.getChild('Matcher')?.getChild('Identifier')
  return label === null || label === undefined ? '' : textOf(label, walk)
}

/** Parts of a kind, however deep: lists nest to the left in this grammar. */
const descendants = (node: SyntaxNode, name: string): readonly SyntaxNode[] =>
  partsOf(node).flatMap((part) => (part.name === name ? [part] : descendants(part, name)))
