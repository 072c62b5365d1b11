import type { Review } from '../../../compare/review.ts'
import { type Html, html } from '../html.ts'

/** What is compared with what, and the two switches that belong to the page as a whole. */
export const masthead = ({ before, after }: Review): Html => html`<header class="masthead">
<p class="kicker">Review</p>
<h1><span>${before.name}</span> <span class="arrow" aria-hidden="true">→</span><span class="unseen">to</span> <span>${after.name}</span></h1>
${commits(before.commit, after.commit)}
<div class="tools">
<button type="button" class="button" id="theme" aria-pressed="false">Dark</button>
<button type="button" class="button" id="show-help" aria-keyshortcuts="?">Keys</button>
</div>
</header>`

const commits = (before: string | undefined, after: string | undefined): Html =>
  before === undefined && after === undefined ? html`` : html`<p class="commits">${[before, after].map(commit)}</p>`

const commit = (name: string | undefined): Html =>
  name === undefined ? html`<span>not committed</span> ` : html`<code title="${name}">${name.slice(0, 10)}</code> `
