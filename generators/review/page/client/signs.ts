import type { What } from '../../../compare/change.ts'
import { counted, written } from './counted.ts'
import { element } from './element.ts'
import type { Weight } from './review.ts'

/** What happens to a component or an object. Most are changed: that is said only to who cannot see that others are not. */
export const whatMark = (what: What): HTMLElement =>
  element('span', { class: what === 'changed' ? 'unseen' : `mark ${what}` }, what)

/** How many lines come and go: `+3 −2`, and in words for who hears it. */
export const weightMark = ({ come, gone }: Weight): HTMLElement =>
  element(
    'span',
    { class: 'weight' },
    ...(come === 0 ? [] : [element('span', { 'aria-hidden': 'true', class: 'come' }, `+${written(come)} `)]),
    ...(gone === 0 ? [] : [element('span', { 'aria-hidden': 'true', class: 'gone' }, `−${written(gone)}`)]),
    element('span', { class: 'unseen' }, `${counted(come, 'line')} added, ${written(gone)} removed`),
  )

export const riskMark = (risks: number): HTMLElement => element('span', { class: 'mark risk' }, counted(risks, 'risk'))
