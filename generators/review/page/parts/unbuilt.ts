import type { Review } from '../../../compare/review.ts'
import { reachOf } from '../client/reach.ts'
import { type Html, html } from '../html.ts'

/** Folders that could not be built on one side: nothing below them is compared. */
export const unbuilt = ({ unbuilt, before, after }: Review): Html =>
  unbuilt.length === 0
    ? html``
    : html`<section class="unbuilt" aria-labelledby="unbuilt">
<h2 id="unbuilt">Cannot be built</h2>
<ul>
${unbuilt.map(
  ({
    state,
    folder,
    reason,
    clusters,
  }) => html`<li><code>${folder}</code> <span class="reach">in ${state === 'before' ? before.name : after.name}${clusters.length === 0 ? '' : `, for ${reachOf(clusters)}`}</span><pre>${reason}</pre></li>
`,
)}</ul>
</section>`
