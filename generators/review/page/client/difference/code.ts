import { element } from '../element.ts'
import type { Span } from './marks.ts'
import type { Side } from './texts.ts'
import { type Token, tokensOf } from './yaml.ts'

/** What happens to a line, and which part of it differs. */
export interface Mark {
  readonly kind: 'come' | 'gone'
  readonly span?: Span | undefined
}

/** The cell of a line with its colours, where what differs is marked as inserted or deleted. */
export const codeCell = (side: Side, index: number, mark?: Mark): HTMLElement => {
  const line = side.lines[index] ?? ''
  const cell = element('td', { class: mark === undefined ? 'code' : `code ${mark.kind}` })
  cell.style.setProperty('--indentation', String(Math.max(0, line.search(/\S/))))
  cell.append(...marked(tokensOf(line, side.isBlockText[index] ?? false), mark))
  return cell
}

const marked = (tokens: readonly Token[], mark: Mark | undefined): readonly (Node | string)[] => {
  if (mark?.span === undefined || mark.span.from === mark.span.to) return tokens.map(coloured)
  const { kind, span } = mark
  const [head, rest] = split(tokens, span.from)
  const [middle, tail] = split(rest, span.to - span.from)
  const inner = element(kind === 'come' ? 'ins' : 'del', {}, ...middle.map(coloured))
  return [...head.map(coloured), inner, ...tail.map(coloured)]
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
