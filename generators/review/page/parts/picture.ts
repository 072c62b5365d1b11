import { type Html, html } from '../html.ts'

/** A picture of what is touched. As an image nothing in it can run, and its styles stay its own. */
export const pictureOf = (svg: string): Html => {
  const title = inside(svg, 'title') || 'what is touched'
  return html`<section class="picture" aria-labelledby="picture">
<details>
<summary><h2 id="picture">What is touched, as a picture</h2></summary>
<div class="scroll" tabindex="0" role="group" aria-label="Picture"><img alt="${title}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"></div>
<p class="unseen">${inside(svg, 'desc')}</p>
</details>
</section>`
}

/** The text of an element that has no other elements within. */
const inside = (svg: string, name: string): string => {
  const found = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(svg)?.[1] ?? ''
  return found.replaceAll(/&(amp|lt|gt|quot);/g, (entity, which: string) => characters[which] ?? entity)
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
