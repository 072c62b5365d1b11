/// <reference lib="dom" />
import type { PageData } from '../page-data.ts'
import { change } from './change.ts'
import { byEnvironment, changeList } from './change-list.ts'
import { counted, written } from './counted.ts'
import { redraw } from './difference/difference.ts'
import { part } from './element.ts'
import { filters } from './filters.ts'
import { paintFound, tellFound } from './found.ts'
import { help } from './help.ts'
import { keyboard } from './keyboard.ts'
import { layoutSwitch } from './layout-switch.ts'
import { finder, wordsIn } from './matching.ts'
import { followAddress, navigation } from './navigation.ts'
import { reviewOf } from './review.ts'
import { themeSwitch } from './theme.ts'

const review = reviewOf(JSON.parse(part('#data').textContent ?? '') as PageData)
const groups = byEnvironment(review.groups)
const place = part<HTMLElement>('#list')

themeSwitch(part('#theme'))
const { layout, toggle: toggleLayout } = layoutSwitch(part('#layout'), () => {
  for (const one of place.querySelectorAll('.difference')) one.dispatchEvent(new Event(redraw))
})

const find = finder(groups)
const filter = filters(() => showMatching())
const words = (): readonly string[] => wordsIn(filter.current().query)
const drawing = { linesOf: review.linesOf, layout }
const list = changeList(place, {
  make: (group) => change(group, drawing),
  enter: (article, group) => tellFound(part('summary', article), group, words()),
  entered: () => paintFound(place, words()),
})

const showMatching = (): void => {
  const found = find(filter.current())
  const all = counted(groups.length, 'change')
  list.show(found)
  part('#found').textContent = found.length === groups.length ? all : `${written(found.length)} of ${all}`
  part<HTMLElement>('#nothing').hidden = found.length > 0
}

showMatching()
// What is opened may hold what was searched for. The event does not bubble, but is seen on its way down.
place.addEventListener('toggle', () => paintFound(place, words()), true)
addEventListener('beforeprint', list.drawAll)

const { step, toggle, follow } = navigation({ groups, list, drawing, showAll: filter.clear })
followAddress(place, follow)
keyboard(help(), {
  j: () => step(1),
  k: () => step(-1),
  o: toggle,
  r: () => filter.onlyRisks.click(),
  v: toggleLayout,
  '/': () => filter.search.select(),
  Escape: filter.clear,
})
