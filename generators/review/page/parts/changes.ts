import { type Html, html, verbatim } from '../html.ts'
import type { PageData } from '../page-data.ts'

/** Where the page's script puts the changes, below the fields that choose among them. Hidden where there are none. */
export const changes = ({ groups }: PageData): Html => {
  const environments = [...new Set(groups.map(({ environment }) => environment))]
  return html`<section class="changes" aria-labelledby="changes"${verbatim(groups.length === 0 ? ' hidden' : '')}>
<h2 id="changes" tabindex="-1">Changes</h2>
<div class="bar" role="search" aria-label="Changes">
<div class="search"><label class="unseen" for="query">Search components, clusters, objects and words</label>
<input id="query" type="search" placeholder="Search components, clusters, objects, words" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></div>
<div class="fields">
<select id="environment" aria-label="Environment"><option value="">All environments</option>${environments.map((name) => html`<option value="${name}">${name}</option>`)}</select>
<select id="what" aria-label="Kind of change"><option value="">Any change</option><option value="added">Something added</option><option value="changed">Something changed</option><option value="removed">Something removed</option></select>
<label class="check"><input id="only-risks" type="checkbox" aria-keyshortcuts="r"> Risks only</label>
<button type="button" class="button" id="layout" aria-pressed="true" aria-keyshortcuts="v">Side by side</button>
</div>
<p id="found" role="status"></p>
</div>
<div id="list"></div>
<p id="nothing" hidden>Nothing matches. <button type="button" class="button" id="clear">Show every change</button></p>
<noscript><p>The changes themselves need scripts, which this browser does not run.</p></noscript>
</section>`
}
