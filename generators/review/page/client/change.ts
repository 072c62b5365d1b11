import { changeBody } from './change-body.ts'
import type { Drawing } from './difference/difference.ts'
import { element } from './element.ts'
import { reachOf } from './reach.ts'
import { type Group, weightOf } from './review.ts'
import { riskMark, weightMark, whatMark } from './signs.ts'

/** Words up to so many characters stand in a line, others below each other. */
const lineOfWords = 140

/** A change in a few words; what it is in full is drawn when it is opened. */
export const change = (group: Group, drawing: Drawing): HTMLElement => {
  const { id, component, clusters, words, what, risks, differences } = group
  const heading = element(
    'h4',
    { class: 'change-name' },
    component,
    ' ',
    element('span', { class: 'reach' }, element('span', { class: 'unseen' }, 'in '), reachOf(clusters)),
  )
  const marks = element('span', { class: 'marks' }, ...(risks.length > 0 ? [riskMark(risks.length)] : []))
  marks.append(weightMark(weightOf(differences)), whatMark(what))
  const list = element(
    'span',
    { class: words.join().length > lineOfWords ? 'words long' : 'words' },
    ...words.map((word) => element('span', {}, word, ' ')),
  )
  const details = element('details', {}, element('summary', { class: 'folding change-line' }, heading, marks, list))
  details.addEventListener('toggle', () => {
    if (details.open) drawBody(details, group, drawing)
  })
  return element('article', { class: 'change', id, 'aria-label': `${component}, ${reachOf(clusters)}` }, details)
}

const drawBody = (details: HTMLDetailsElement, group: Group, drawing: Drawing): void => {
  if (details.childElementCount === 1) details.append(changeBody(group, drawing))
}

/** Opens or closes a change at once, with its body drawn. */
export const setOpen = (article: HTMLElement, isOpen: boolean, group: Group, drawing: Drawing): void => {
  const details = article.querySelector('details')
  if (details === null) return
  if (isOpen) drawBody(details, group, drawing)
  details.open = isOpen
}
