import { element } from '../element.ts'
import { codeCell } from './code.ts'
import type { LineRow, Row } from './rows.ts'
import { spansIn } from './split-row.ts'
import type { Texts } from './texts.ts'

/** Rows for one column: of lines that change together, first all that go, then all that come. */
export const belowOneAnother = (rows: readonly Row[]): readonly Row[] => {
  const result: Row[] = []
  let coming: Row[] = []
  for (const row of rows) {
    if (row.kind !== 'changed') {
      result.push(...coming, row)
      coming = []
      continue
    }
    const { before, after } = row
    if (before !== undefined) result.push({ kind: 'changed', before, ...(after !== undefined && { beside: after }) })
    if (after !== undefined) coming.push({ kind: 'changed', after, ...(before !== undefined && { beside: before }) })
  }
  return [...result, ...coming]
}

/** A line with its number on either side. */
export const unifiedRow = (row: LineRow, texts: Texts): HTMLElement => {
  if (row.kind === 'same') return told(row, '', '', codeCell(texts.after, row.after ?? 0))
  if (row.after === undefined) {
    const [span] = spansIn(texts, row.before, row.beside)
    return told(row, 'gone', '−', codeCell(texts.before, row.before ?? 0, { kind: 'gone', span }))
  }
  const [, span] = spansIn(texts, row.beside, row.after)
  return told(row, 'come', '+', codeCell(texts.after, row.after, { kind: 'come', span }))
}

const told = ({ before, after }: LineRow, kind: string, sign: string, code: HTMLElement): HTMLElement =>
  element(
    'tr',
    {},
    element('td', { class: `number ${kind}` }, numberAt(before)),
    element('td', { class: `number ${kind}` }, numberAt(after)),
    element('td', { class: `sign ${kind}` }, sign),
    code,
  )

const numberAt = (index: number | undefined): string => (index === undefined ? '' : String(index + 1))
