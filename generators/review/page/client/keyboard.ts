/** What single keys do. */
export type Keys = Readonly<Record<string, () => void>>

const fields = 'input:not([type="checkbox"]), select'

/** Lets single keys do something, unless somebody writes, holds another key down or reads the help. */
export const keyboard = (keys: Keys): void => {
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    if (altKey || ctrlKey || metaKey || document.querySelector('dialog[open]') !== null) return
    const isField = target instanceof Element && target.matches(fields)
    const leavesField = key === 'Escape' && target instanceof HTMLInputElement
    const press = keys[key]
    if (press === undefined || (isField && !leavesField)) return
    event.preventDefault()
    press()
  })
}
