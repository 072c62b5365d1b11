import type { Hunk } from '../../page-data.ts'
import { counted } from '../counted.ts'
import { element } from '../element.ts'
import { type LineRow, type Row, rowsOf } from './rows.ts'
import { splitRow } from './split-row.ts'
import type { Texts } from './texts.ts'
import { belowOneAnother, unifiedRow } from './unified-row.ts'

export type Layout = 'split' | 'unified'

/** So many rows are drawn at once, and more when they are asked for. */
const drawnAtOnce = 300

const columns: Readonly<Record<Layout, readonly string[]>> = {
  split: ['Line before', 'Before', 'Line after', 'After'],
  unified: ['Line before', 'Line after', 'Change', 'Text'],
}

/** A difference as a table: what was beside what is, or one below the other. */
export const differenceTable = (of: string, texts: Texts, hunks: readonly Hunk[], layout: Layout): HTMLElement => {
  const rows = rowsOf(texts.before.lines, texts.after.lines, hunks)
  const body = element('tbody')
  if (layout === 'split') draw(body, rows, (row) => splitRow(row, texts))
  else draw(body, belowOneAnother(rows), (row) => unifiedRow(row, texts))
  const heads = columns[layout].map((name) =>
    element('th', { scope: 'col' }, element('span', { class: 'unseen' }, name)),
  )
  return element(
    'table',
    { class: `lines ${layout}` },
    element('caption', { class: 'unseen' }, of),
    element('thead', {}, element('tr', {}, ...heads)),
    body,
  )
}

type Make = (row: LineRow) => HTMLElement

/** Draws rows in front of another one, or at the end; what is too much waits behind a button. */
const draw = (body: HTMLElement, rows: readonly Row[], make: Make, inFrontOf: Node | null = null): void => {
  const fragment = document.createDocumentFragment()
  for (const row of rows.slice(0, drawnAtOnce)) {
    if (row.kind === 'gap') fragment.append(fold(body, `${counted(row.rows.length, 'line')} unchanged`, row.rows, make))
    else fragment.append(make(row))
  }
  const rest = rows.slice(drawnAtOnce)
  if (rest.length > 0) fragment.append(fold(body, `${counted(rest.length, 'more line')}`, rest, make))
  body.insertBefore(fragment, inFrontOf)
}

/** A button in the place of rows, that gives way to them. Whoever pressed it by a key goes on from there. */
const fold = (body: HTMLElement, words: string, rows: readonly Row[], make: Make): HTMLElement => {
  const button = element('button', { type: 'button' }, words)
  const folded = element('tr', { class: 'fold' }, element('td', { colspan: 4 }, button))
  button.addEventListener('click', () => {
    const last = folded.previousElementSibling
    draw(body, rows, make, folded)
    folded.remove()
    const first = last === null ? body.firstElementChild : last.nextElementSibling
    if (!(first instanceof HTMLElement)) return
    first.tabIndex = -1
    first.focus({ preventScroll: true })
  })
  return folded
}
