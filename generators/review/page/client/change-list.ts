import { counted } from './counted.ts'
import { element } from './element.ts'
import type { Group } from './review.ts'

/** So many changes are drawn at once; the others when somebody comes near the end. */
const drawnAtOnce = 60

export interface ChangeList {
  /** Shows these changes and no others, by environment. What was opened stays so. */
  readonly show: (groups: readonly Group[]) => void
  /** Where a change stands, drawn if it was not yet. Undefined where it is not among those that are shown. */
  readonly find: (group: Group | undefined) => HTMLElement | undefined
  /** The change that comes some places after another one, or the first or last one. */
  readonly beside: (article: Element | null, by: number) => Group | undefined
  readonly drawAll: () => void
}

/** How changes are drawn. */
export interface Making {
  readonly make: (group: Group) => HTMLElement
  /** Called with each change whenever it comes into the list. */
  readonly enter: (article: HTMLElement, group: Group) => void
  /** Called when some have come. */
  readonly entered: () => void
}

/** The list of changes within an element of the page. */
export const changeList = (place: HTMLElement, { make, enter, entered }: Making): ChangeList => {
  const made = new Map<Group, HTMLElement>()
  let shown: readonly Group[] = []
  let drawn = 0
  const more = element('button', { type: 'button', class: 'button more' })
  const articleOf = (group: Group): HTMLElement => {
    const article = made.get(group) ?? make(group)
    made.set(group, article)
    return article
  }
  const draw = (upTo: number): void => {
    const end = Math.min(upTo, shown.length)
    for (; drawn < end; drawn++) {
      const group = shown[drawn]
      if (group === undefined) continue
      const article = articleOf(group)
      enter(article, group)
      sectionOf(place, group.environment, shown).append(article)
    }
    entered()
    more.textContent = `Show ${counted(Math.min(drawnAtOnce, shown.length - drawn), 'more change')}`
    if (drawn < shown.length) place.append(more)
    else more.remove()
  }
  more.addEventListener('click', () => {
    const next = shown[drawn]
    draw(drawn + drawnAtOnce)
    if (next !== undefined) articleOf(next).querySelector('summary')?.focus()
  })
  new IntersectionObserver(([seen]) => seen?.isIntersecting && draw(drawn + drawnAtOnce), {
    rootMargin: '1500px',
  }).observe(more)
  return {
    show: (groups) => {
      shown = groups
      drawn = 0
      place.replaceChildren()
      draw(drawnAtOnce)
    },
    find: (group) => {
      const index = group === undefined ? -1 : shown.indexOf(group)
      if (group === undefined || index === -1) return undefined
      draw(Math.max(drawn, index + 1))
      return articleOf(group)
    },
    beside: (article, by) => {
      const index = shown.findIndex((group) => made.get(group) === article)
      if (index === -1) return by > 0 ? shown[0] : shown.at(-1)
      return shown[Math.max(0, Math.min(shown.length - 1, index + by))]
    },
    drawAll: () => draw(shown.length),
  }
}

/** The section of an environment, which is the last one or a new one. */
const sectionOf = (place: HTMLElement, environment: string, shown: readonly Group[]): HTMLElement => {
  const last = place.querySelector<HTMLElement>(':scope > section:last-of-type')
  if (last?.dataset.environment === environment) return last
  const groups = shown.filter((group) => group.environment === environment)
  const clusters = new Set(groups.flatMap((group) => group.clusters))
  const id = `environment-${place.childElementCount}`
  const heading = element('h3', { id, class: 'environment-name' }, environment, ' ')
  heading.append(
    element('span', { class: 'reach' }, `${counted(groups.length, 'change')} in ${counted(clusters.size, 'cluster')}`),
  )
  const section = element('section', { 'aria-labelledby': id, 'data-environment': environment }, heading)
  place.append(section)
  return section
}

/** Changes by environment, in the order in which environments are met first. */
export const byEnvironment = (groups: readonly Group[]): readonly Group[] => {
  const names = [...new Set(groups.map(({ environment }) => environment))]
  const places = new Map(names.map((name, index) => [name, index]))
  const placeOf = ({ environment }: Group): number => places.get(environment) ?? 0
  return groups.toSorted((one, other) => placeOf(one) - placeOf(other))
}
