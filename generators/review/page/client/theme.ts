import { remember, remembered } from './remembered.ts'

type Theme = 'dark' | 'light'

const system = matchMedia('(prefers-color-scheme: dark)')
const themeOfSystem = (): Theme => (system.matches ? 'dark' : 'light')

/** The theme that the reader chose, or that of the system. */
const theme = (): Theme => {
  const chosen = remembered('theme')
  return chosen === 'dark' || chosen === 'light' ? chosen : themeOfSystem()
}

export const showTheme = (): void => {
  document.documentElement.dataset.theme = theme()
}

/** A button that is pressed when it is dark. Back at what the system has, the page follows the system again. */
export const themeSwitch = (button: HTMLElement): void => {
  const show = (): void => {
    showTheme()
    button.setAttribute('aria-pressed', String(theme() === 'dark'))
  }
  show()
  system.addEventListener('change', show)
  button.addEventListener('click', () => {
    const other: Theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'
    remember('theme', other === themeOfSystem() ? null : other)
    document.documentElement.dataset.theme = other
    button.setAttribute('aria-pressed', String(other === 'dark'))
  })
}
