import { part } from './element.ts'
import { everything, type Filter } from './matching.ts'

export interface Filters {
  readonly current: () => Filter
  readonly clear: () => void
  readonly search: HTMLInputElement
  readonly onlyRisks: HTMLInputElement
}

/** The fields above the list, and the strip of environments, which says the same as one of them. */
export const filters = (changed: () => void): Filters => {
  const search = part<HTMLInputElement>('#query')
  const environment = part<HTMLSelectElement>('#environment')
  const what = part<HTMLSelectElement>('#what')
  const onlyRisks = part<HTMLInputElement>('#only-risks')
  const strip = [...document.querySelectorAll<HTMLElement>('.environments button')]
  const tell = (): void => {
    for (const button of strip) button.setAttribute('aria-pressed', String(button.dataset.name === environment.value))
    changed()
  }
  const set = (filter: Filter): void => {
    search.value = filter.query
    environment.value = filter.environment
    what.value = filter.what
    onlyRisks.checked = filter.onlyRisks
  }
  const clear = (): void => {
    set(everything)
    tell()
  }
  part('#clear').addEventListener('click', clear)
  for (const field of [search, environment, what, onlyRisks]) field.addEventListener('input', tell)
  for (const button of strip) {
    button.addEventListener('click', () => {
      const { name = '' } = button.dataset
      environment.value = environment.value === name ? '' : name
      tell()
    })
  }
  return {
    search,
    onlyRisks,
    current: () => ({
      query: search.value,
      environment: environment.value,
      what: what.value,
      onlyRisks: onlyRisks.checked,
    }),
    clear,
  }
}
