import { html } from '../html.ts'

const keys = [
  ['j', 'to the next change'],
  ['k', 'to the change before'],
  ['o', 'open or close it'],
  ['/', 'search'],
  ['r', 'risks only, or everything'],
  ['v', 'both sides beside each other, or one below the other'],
  ['Esc', 'show every change again'],
  ['?', 'this list'],
] as const

/** What the keys do. */
export const help = html`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<dl>${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
<label class="check"><input type="checkbox" id="keys" checked> Single keys do this</label>
<form method="dialog"><button class="button">Close</button></form>
</dialog>`
