import { element } from '../element.ts'
import type { Span } from './marks.ts'
import type { Side } from './texts.ts'
import { type Token, tokensOf } from './yaml.ts'

/** A line of a side with its colours, and what differs in it marked as deleted or inserted. */
export const codeLine = (side: Side, index: number, mark?: 'del' | 'ins', span?: Span): DocumentFragment => {
  const fragment = document.createDocumentFragment()
  const tokens = tokensOf(side.lines[index] ?? '', side.isBlockText[index] ?? false)
  if (mark === undefined || span === undefined || span.from === span.to) {
    fragment.append(...tokens.map(coloured))
    return fragment
  }
  const [head, rest] = split(tokens, span.from)
  const [middle, tail] = split(rest, span.to - span.from)
  fragment.append(...head.map(coloured), element(mark, {}, ...middle.map(coloured)), ...tail.map(coloured))
  return fragment
}

const coloured = ({ kind, text }: Token): Node | string =>
  kind === 'text' ? text : element('span', { class: kind }, text)

/** Tokens before a column, and those from it on; one that the column is in is cut in two. */
const split = (tokens: readonly Token[], column: number): readonly [readonly Token[], readonly Token[]] => {
  const [head, tail]: [Token[], Token[]] = [[], []]
  let at = 0
  for (const { kind, text } of tokens) {
    const cut = Math.max(0, Math.min(text.length, column - at))
    if (cut > 0) head.push({ kind, text: text.slice(0, cut) })
    if (cut < text.length) tail.push({ kind, text: text.slice(cut) })
    at += text.length
  }
  return [head, tail]
}
