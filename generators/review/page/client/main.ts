/// <reference lib="dom" />
import type { PageData } from '../page-data.ts'
import { addressOf, idIn } from './address.ts'
import { change, setOpen } from './change.ts'
import { byEnvironment, changeList } from './change-list.ts'
import { counted, written } from './counted.ts'
import { redraw } from './difference/difference.ts'
import { part } from './element.ts'
import { filters } from './filters.ts'
import { paintFound, tellFound } from './found.ts'
import { keyboard } from './keyboard.ts'
import { layoutSwitch } from './layout-switch.ts'
import { finder, wordsIn } from './matching.ts'
import { type Group, reviewOf } from './review.ts'
import { themeSwitch } from './theme.ts'

const review = reviewOf(JSON.parse(part('#data').textContent ?? '') as PageData)
const groups = byEnvironment(review.groups)
const find = finder(groups)

themeSwitch(part('#theme'))
const { layout, toggle: toggleLayout } = layoutSwitch(part('#layout'), () => {
  for (const one of document.querySelectorAll('.difference')) one.dispatchEvent(new Event(redraw))
})
const drawing = { linesOf: review.linesOf, layout }
const place = part<HTMLElement>('#list')
const words = (): readonly string[] => wordsIn(filter.current().query)
const list = changeList(place, {
  make: (group) => change(group, drawing),
  enter: (article, group) => tellFound(part('summary', article), group, words()),
  entered: () => paintFound(place, words()),
})

const showMatching = (): void => {
  const found = find(filter.current())
  list.show(found)
  part('#found').textContent =
    found.length === groups.length
      ? counted(groups.length, 'change')
      : `${written(found.length)} of ${counted(groups.length, 'change')}`
  part<HTMLElement>('#nothing').hidden = found.length > 0 || groups.length === 0
}
const filter = filters(showMatching)
part('#clear').addEventListener('click', () => filter.clear())

/** Brings a change into view, and the keyboard to it. */
const goTo = (group: Group | undefined): void => {
  const article = list.find(group)
  article?.scrollIntoView({ block: 'nearest' })
  article?.querySelector('summary')?.focus({ preventScroll: true })
}

const currentArticle = (): Element | null => document.activeElement?.closest('.change') ?? null

/** Opens what the address names, whatever is filtered away just now. */
const follow = (): void => {
  const id = idIn(location.hash)
  const group = groups.find((one) => one.id === id)
  if (group === undefined) return
  if (list.find(group) === undefined) filter.clear()
  const article = list.find(group)
  if (article === undefined) return
  setOpen(article, true, group, drawing)
  article.scrollIntoView({ block: 'start' })
  article.querySelector('summary')?.focus({ preventScroll: true })
}

const toggleCurrent = (): void => {
  const article = currentArticle()
  article?.querySelector('summary')?.click()
}

const help = part<HTMLDialogElement>('#help')
part('#show-help').addEventListener('click', () => help.showModal())
keyboard({
  j: () => goTo(list.beside(currentArticle(), 1)),
  k: () => goTo(list.beside(currentArticle(), -1)),
  o: toggleCurrent,
  r: () => filter.onlyRisks.click(),
  v: toggleLayout,
  '/': () => filter.search.select(),
  '?': () => help.showModal(),
  Escape: () => filter.clear(),
})

showMatching()
follow()
// The browser itself goes to what the address names too, when all is loaded, and takes the focus away.
addEventListener('load', () => requestAnimationFrame(follow))
addEventListener('hashchange', follow)
document.addEventListener('click', ({ target }) => {
  // A link to where the address is already changes nothing, and yet somebody wants to go there.
  if (target instanceof HTMLAnchorElement && target.hash === location.hash) follow()
})
addEventListener('beforeprint', list.drawAll)
// What is opened may hold what was searched for. The event does not bubble, but is seen on its way down.
place.addEventListener('toggle', () => paintFound(place, words()), true)
// A change that somebody opened is what a reload, or a copied address, comes back to.
place.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  const article = target.closest('.change > details > summary')?.closest('.change')
  if (article) history.replaceState(null, '', addressOf(article.id))
})
