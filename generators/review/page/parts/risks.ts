import type { Review, Risk } from '../../../compare/review.ts'
import { grouped } from '../../../grouped.ts'
import { addressOf } from '../client/address.ts'
import { counted, written } from '../client/counted.ts'
import { reachOf } from '../client/reach.ts'
import { type Html, html } from '../html.ts'
import type { PageData } from '../page-data.ts'

interface Told {
  readonly risk: Risk
  /** Of a group; the change as a whole has none. */
  readonly where?: { readonly address: string; readonly name: string }
}

/** So many risks of a kind are listed, and the others folded. */
const listed = 8

/** What a reviewer must know before the rest: each kind of risk explained once, with every change that has it. */
export const risks = (review: Review, { groups }: PageData): Html => {
  const told: readonly Told[] = [
    ...review.risks.map((risk) => ({ risk })),
    ...review.groups.flatMap(({ risks, environment, component, clusters }, index) => {
      const address = addressOf(groups[index]?.id ?? '')
      return risks.map((risk) => ({
        risk,
        where: { address, name: `${environment}, ${component}: ${reachOf(clusters)}` },
      }))
    }),
  ]
  if (told.length === 0) return html``
  const kinds = grouped(told, ({ risk }) => `${risk.name}\n${risk.because}`)
  return html`<section class="risks" aria-labelledby="risks">
<h2 id="risks">${counted(told.length, 'risk')}</h2>
<ul>
${[...kinds.values()].map(kind)}</ul>
</section>`
}

const kind = (told: readonly Told[]): Html => {
  const others = told.slice(listed)
  return html`<li class="kind"><h3>${told[0]?.risk.name.replaceAll('-', ' ') ?? ''}</h3>
<div><ul>${told.slice(0, listed).map(line)}</ul>
${others.length === 0 ? '' : html`<details><summary>${`${written(others.length)} more`}</summary><ul>${others.map(line)}</ul></details>`}
<p>${told[0]?.risk.because ?? ''}</p></div></li>
`
}

const line = ({ risk, where }: Told): Html =>
  html`<li><strong>${risk.what}</strong>${where === undefined ? '' : html` <a href="${where.address}">${where.name}</a>`}</li>`
