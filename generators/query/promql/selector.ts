import type { SyntaxNode } from '@lezer/common'
import { type Matcher, matchesWithout, type Selector } from '../reading.ts'
import { unquote } from '../scan.ts'
import { isVariable, partsOf, type Result, report, textOf, type Walk } from '../walk.ts'

const nameLabel = '__name__'

/** Reads `up{job="web"}`, `{"up", job="web"}` or `{__name__=~"up|down"}`. */
export const readSelector = (node: SyntaxNode, walk: Walk): Result => {
  const written = node.getChild('Identifier')
  const parts = partsOf(node.getChild('LabelMatchers') ?? node)
  const quoted = parts.find(({ name }) => name === 'QuotedLabelName')
  const name = written ?? quoted
  const matchers = parts.flatMap((part) => readMatcher(part, walk))
  const names = matchers.filter(({ label }) => label === nameLabel)
  const selector: Selector = {
    from: node.from,
    to: node.to,
    metrics: name === undefined || name === null ? names.flatMap(plainNames) : nameOf(name, walk),
    matchers: matchers.filter(({ label }) => label !== nameLabel),
  }
  walk.selectors.push(selector)
  if (name === undefined && !matchers.some((one) => !matchesWithout(one))) {
    report(node, 'selects every series there is; name a metric, or a label that must not be empty', walk)
  }
  const isUnknown = written !== null && isVariable(written, walk)
  return { type: isUnknown ? 'any' : 'vector', sources: [{ selector }] }
}

const nameOf = (name: SyntaxNode, walk: Walk): readonly string[] => {
  if (isVariable(name, walk)) return []
  const text = textOf(name, walk)
  return [name.name === 'Identifier' ? text : unquote(text)]
}

const readMatcher = (node: SyntaxNode, walk: Walk): readonly Matcher[] => {
  const label = node.getChild('LabelName') ?? node.getChild('QuotedLabelName')
  const op = node.getChild('MatchOp')
  const literal = node.getChild('StringLiteral')
  if (label === null || op === null || literal === null || isVariable(label, walk)) return []
  const written = textOf(label, walk)
  return [
    {
      from: label.from,
      to: node.to,
      label: label.name === 'LabelName' ? written : unquote(written),
      op: textOf(op, walk) as Matcher['op'],
      value: isVariable(literal, walk) ? undefined : unquote(textOf(literal, walk)),
    },
  ]
}

/** The names that a condition on the name spells out. A pattern of more than alternatives could mean any name. */
const plainNames = ({ op, value }: Matcher): readonly string[] => {
  if (value === undefined || (op !== '=' && op !== '=~')) return []
  const names = op === '=' ? [value] : value.replace(/^\(\??:?(.*)\)$/, '$1').split('|')
  return names.every((name) => /^[\w:]+$/.test(name)) ? names : []
}
