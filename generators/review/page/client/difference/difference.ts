import type { PageDifference } from '../../page-data.ts'
import { element } from '../element.ts'
import { type Review, weightOf } from '../review.ts'
import { weightMark, whatMark } from '../signs.ts'
import type { Layout } from './table.ts'
import { differenceTable } from './table.ts'
import { textsOf } from './texts.ts'

/** What differences need to be drawn. */
export interface Drawing {
  readonly linesOf: Review['linesOf']
  readonly layout: () => Layout
}

/** What makes an open difference draw itself anew, in another layout. */
export const redraw = 'redraw'

/** A difference under its name. Its lines are drawn when it is opened. */
export const difference = (told: PageDifference, isOpen: boolean, { linesOf, layout }: Drawing): HTMLElement => {
  const heading = element('h5', { class: 'difference-name' }, told.of)
  const summary = element(
    'summary',
    { class: 'folding difference-line' },
    heading,
    weightMark(weightOf([told])),
    whatMark(told.what),
  )
  const place = element('div', { class: 'table' })
  const details = element('details', { class: 'difference', open: isOpen }, summary, place)
  const show = (): void => {
    place.replaceChildren(differenceTable(told.of, textsOf(told, linesOf), told.hunks, layout()))
  }
  if (isOpen) show()
  details.addEventListener('toggle', () => {
    if (details.open && !place.hasChildNodes()) show()
  })
  details.addEventListener(redraw, () => (details.open ? show() : place.replaceChildren()))
  return details
}
