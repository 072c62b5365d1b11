import { addressOf } from './address.ts'
import { counted } from './counted.ts'
import { type Drawing, difference } from './difference/difference.ts'
import { element } from './element.ts'
import { type Group, weightOf } from './review.ts'

/** Differences are opened by themselves up to so many lines, together. */
const openedLines = 120

/** More clusters than these are folded. */
const listedClusters = 12

/** What a change is in full: its risks, its causes, whom it reaches, and its differences. */
export const changeBody = (group: Group, drawing: Drawing): HTMLElement => {
  const { id, risks, differences } = group
  let left = openedLines
  return element(
    'div',
    { class: 'body' },
    ...risks.map(({ what, because }) =>
      element('p', { class: 'warning' }, element('strong', {}, what), ' ', element('span', {}, because)),
    ),
    facts(group),
    ...differences.map((one) => {
      const { come, gone } = weightOf([one])
      left -= come + gone
      return difference(one, left >= 0, drawing)
    }),
    element('p', { class: 'link' }, element('a', { href: addressOf(id) }, 'Link to this change')),
  )
}

const facts = ({ causes, clusters, namespaces }: Group): HTMLElement =>
  element(
    'dl',
    { class: 'facts' },
    ...(causes.length === 0 ? [] : [fact('Because of', ...causes.map(cause))]),
    fact(clusters.length === 1 ? 'Cluster' : counted(clusters.length, 'cluster'), clusterNames(clusters)),
    fact(namespaces.length === 1 ? 'Namespace' : 'Namespaces', namespaces.join(', ')),
  )

const fact = (name: string, ...values: readonly (Node | string)[]): HTMLElement =>
  element('div', {}, element('dt', {}, name), ...values.map((value) => element('dd', {}, value)))

const cause = ({ place, line, because }: Group['causes'][number]): HTMLElement =>
  element(
    'span',
    {},
    ...(line === undefined ? [] : [element('code', {}, `generators/fleet.ts:${line}`), ' ']),
    element('span', { class: 'reach' }, place),
    because === undefined ? '' : `: ${because}`,
  )

const clusterNames = (clusters: readonly string[]): Node | string => {
  if (clusters.length <= listedClusters) return clusters.join(', ')
  const others = clusters.slice(listedClusters)
  const summary = element('summary', {}, `${clusters.slice(0, listedClusters).join(', ')} and ${others.length} more`)
  return element('details', {}, summary, element('p', {}, others.join(', ')))
}
