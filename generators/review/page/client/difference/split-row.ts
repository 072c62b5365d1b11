import { element } from '../element.ts'
import { codeCell, type Mark } from './code.ts'
import { marks, type Span } from './marks.ts'
import type { LineRow } from './rows.ts'
import type { Side, Texts } from './texts.ts'

/** A line before beside the one after. */
export const splitRow = ({ kind, before, after }: LineRow, texts: Texts): HTMLElement => {
  const [old, young] = kind === 'same' ? [] : spansIn(texts, before, after)
  const mark = (side: Mark['kind'], span?: Span): Mark | undefined =>
    kind === 'same' ? undefined : { kind: side, span }
  return element(
    'tr',
    {},
    ...cells(texts.before, before, mark('gone', old)),
    ...cells(texts.after, after, mark('come', young)),
  )
}

/** What differs between the two lines of a row, where it has two. */
export const spansIn = (texts: Texts, before?: number, after?: number): readonly [Span?, Span?] =>
  before === undefined || after === undefined
    ? []
    : (marks(texts.before.lines[before] ?? '', texts.after.lines[after] ?? '') ?? [])

const cells = (side: Side, index: number | undefined, mark: Mark | undefined): readonly HTMLElement[] =>
  index === undefined
    ? [element('td', { class: 'number none' }), element('td', { class: 'none' })]
    : [element('td', { class: `number ${mark?.kind ?? ''}` }, String(index + 1)), codeCell(side, index, mark)]
