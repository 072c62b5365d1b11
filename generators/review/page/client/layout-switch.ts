import type { Layout } from './difference/table.ts'
import { remember, remembered } from './remembered.ts'

/** Two columns do not fit into less. */
const narrow = matchMedia('(max-width: 56rem)')

export interface LayoutSwitch {
  readonly layout: () => Layout
  readonly toggle: () => void
}

/** A button that puts both sides of differences beside each other, where there is room for two. */
export const layoutSwitch = (button: HTMLElement, changed: () => void): LayoutSwitch => {
  let wanted: Layout = remembered('layout') === 'unified' ? 'unified' : 'split'
  const layout = (): Layout => (narrow.matches ? 'unified' : wanted)
  const show = (): void => {
    button.setAttribute('aria-pressed', String(wanted === 'split'))
    button.hidden = narrow.matches
  }
  const toggle = (): void => {
    wanted = wanted === 'split' ? 'unified' : 'split'
    remember('layout', wanted === 'split' ? null : wanted)
    show()
    changed()
  }
  show()
  button.addEventListener('click', toggle)
  narrow.addEventListener('change', () => {
    show()
    changed()
  })
  return { layout, toggle }
}
