import { element } from '../element.ts'
import { codeLine } from './code.ts'
import { marks, type Span } from './marks.ts'
import type { LineRow } from './rows.ts'
import type { Side, Texts } from './texts.ts'

/** A line before beside the one after. */
export const splitRow = ({ kind, before, after }: LineRow, texts: Texts): HTMLElement => {
  if (kind === 'same') return element('tr', {}, ...cells(texts.before, before), ...cells(texts.after, after))
  const [old, young] = spansIn(texts, before, after)
  return element('tr', {}, ...cells(texts.before, before, 'del', old), ...cells(texts.after, after, 'ins', young))
}

/** What differs between the two lines of a row, where it has two. */
export const spansIn = (texts: Texts, before?: number, after?: number): readonly [Span?, Span?] =>
  before === undefined || after === undefined
    ? []
    : (marks(texts.before.lines[before] ?? '', texts.after.lines[after] ?? '') ?? [])

const cells = (side: Side, index: number | undefined, mark?: 'del' | 'ins', span?: Span): readonly HTMLElement[] => {
  if (index === undefined) return [element('td', { class: 'number none' }), element('td', { class: 'none' })]
  const kind = mark === undefined ? '' : mark === 'del' ? ' gone' : ' come'
  return [
    element('td', { class: `number${kind}` }, String(index + 1)),
    element('td', { class: `code${kind}` }, codeLine(side, index, mark, span)),
  ]
}
