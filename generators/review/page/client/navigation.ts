import { addressOf, idIn } from './address.ts'
import { setOpen } from './change.ts'
import type { ChangeList } from './change-list.ts'
import type { Drawing } from './difference/difference.ts'
import type { Group } from './review.ts'

export interface Navigation {
  /** Goes some changes on, from the one in which the keyboard is. */
  readonly step: (by: number) => void
  /** Opens or closes the change in which the keyboard is. */
  readonly toggle: () => void
  /** Opens what the address names, whatever is filtered away just now. */
  readonly follow: () => void
}

export interface Navigated {
  readonly groups: readonly Group[]
  readonly list: ChangeList
  readonly drawing: Drawing
  readonly showAll: () => void
}

/** The ways from change to change. */
export const navigation = ({ groups, list, drawing, showAll }: Navigated): Navigation => {
  const current = (): Element | null => document.activeElement?.closest('.change') ?? null
  return {
    step: (by) => {
      const article = list.find(list.beside(current(), by))
      if (article !== undefined) goTo(article, 'nearest')
    },
    toggle: () => current()?.querySelector('summary')?.click(),
    follow: () => {
      const id = idIn(location.hash)
      const group = groups.find((one) => one.id === id)
      if (group === undefined) return
      if (list.find(group) === undefined) showAll()
      const article = list.find(group)
      if (article === undefined) return
      setOpen(article, true, group, drawing)
      goTo(article, 'start')
    },
  }
}

/** Brings a change into view, and the keyboard to it. */
const goTo = (article: HTMLElement, block: ScrollLogicalPosition): void => {
  article.scrollIntoView({ block })
  article.querySelector('summary')?.focus({ preventScroll: true })
}

/** Follows the address whenever it changes, and keeps in it what was opened last: a reload comes back to that. */
export const followAddress = (place: HTMLElement, follow: () => void): void => {
  follow()
  // The browser itself goes to what the address names too, when all is loaded, and takes the focus away.
  addEventListener('load', () => requestAnimationFrame(follow))
  addEventListener('hashchange', follow)
  document.addEventListener('click', ({ target }) => {
    // A link to where the address is already changes nothing, and yet somebody wants to go there.
    if (target instanceof HTMLAnchorElement && target.hash === location.hash) follow()
  })
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    const article = target.closest('.change-line')?.closest('.change')
    if (article) history.replaceState(null, '', addressOf(article.id))
  })
}
