import type { ChangeGroup, Review } from '../../../compare/review.ts'
import { grouped } from '../../../grouped.ts'
import { counted, written } from '../client/counted.ts'
import { type Html, html } from '../html.ts'

/** How much changes, and where. */
export const overview = (review: Review): Html => {
  const { groups, charts } = review
  return html`<section class="overview" aria-labelledby="overview">
<h2 id="overview" class="unseen">Overview</h2>
${groups.length === 0 ? html`<p class="calm">No cluster would see a difference.</p>` : figures(review)}
${groups.length === 0 ? '' : strip(groups)}
${charts.compared || groups.length === 0 ? '' : html`<p class="note">What the charts make of it is not shown: ${charts.reason}.</p>`}
</section>`
}

const figures = ({ totals: { clusters, objects, files }, groups, risks }: Review): Html => {
  const all = risks.length + groups.reduce((sum, group) => sum + group.risks.length, 0)
  return html`<dl class="figures">
${figure(all === 1 ? 'risk' : 'risks', html`${written(all)}`, all > 0 ? 'risky' : '')}
${figure(clusters.all === 1 ? 'cluster' : 'clusters', html`${written(clusters.changed)} <small>of ${written(clusters.all)}</small>`)}
${figure('objects added', html`${written(objects.added)}`, objects.added > 0 ? 'come' : '')}
${figure('objects changed', html`${written(objects.changed)}`)}
${figure('objects removed', html`${written(objects.removed)}`, objects.removed > 0 ? 'gone' : '')}
${figure('rendered files', html`${written(files)}`)}
</dl>`
}

const figure = (name: string, value: Html, kind = ''): Html =>
  html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`

/** Each environment is a button that shows it alone. */
const strip = (groups: readonly ChangeGroup[]): Html => {
  const environments = [...grouped(groups, ({ environment }) => environment)]
  return html`<ul class="environments" aria-label="Environments">
${environments.map(([name, some]) => segment(name, some))}
</ul>`
}

const segment = (name: string, groups: readonly ChangeGroup[]): Html => {
  const clusters = new Set(groups.flatMap((group) => group.clusters)).size
  const risks = groups.reduce((sum, group) => sum + group.risks.length, 0)
  return html`<li><button type="button" data-name="${name}" aria-pressed="false"><strong>${name}</strong> <span>${counted(groups.length, 'change')} in ${counted(clusters, 'cluster')}</span>${risks === 0 ? '' : html` <span class="mark risk">${counted(risks, 'risk')}</span>`}</button></li>
`
}
