import { part } from './element.ts'
import { remember, remembered } from './remembered.ts'

export interface Help {
  readonly show: () => void
  /** Who speaks to the machine instead of typing may not want single letters to do anything. */
  readonly areKeysOn: () => boolean
}

/** The list of what the keys do, and whether they do it. */
export const help = (): Help => {
  const dialog = part<HTMLDialogElement>('#help')
  const keys = part<HTMLInputElement>('#keys')
  const show = (): void => dialog.showModal()
  keys.checked = remembered('keys') !== 'off'
  keys.addEventListener('input', () => remember('keys', keys.checked ? null : 'off'))
  part('#show-help').addEventListener('click', show)
  return { show, areKeysOn: () => keys.checked }
}
