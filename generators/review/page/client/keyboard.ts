import type { Help } from './help.ts'

/** What single keys do. */
export type Keys = Readonly<Record<string, () => void>>

const fields = 'input:not([type="checkbox"]), select'

/** Lets single keys do something, unless somebody writes, holds another key down, reads the help or switched them off. */
export const keyboard = ({ show, areKeysOn }: Help, keys: Keys): void => {
  const presses: Keys = { ...keys, '?': show }
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || document.querySelector('dialog[open]') !== null) return
    const isField = target instanceof Element && target.matches(fields)
    const leavesField = key === 'Escape' && target instanceof HTMLInputElement
    const press = presses[key]
    if (press === undefined || (isField ? !leavesField : !areKeysOn())) return
    event.preventDefault()
    press()
  })
}
