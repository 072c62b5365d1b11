import { createHash } from 'node:crypto'
import type { Review } from '../../compare/review.ts'
import { reviewSummary } from '../review-summary.ts'
import { dataOfReview } from './data-of-review.ts'
import { embeddedJson, type Html, html, verbatim } from './html.ts'
import { changes } from './parts/changes.ts'
import { help } from './parts/help.ts'
import { masthead } from './parts/masthead.ts'
import { overview } from './parts/overview.ts'
import { pictureOf } from './parts/picture.ts'
import { risks } from './parts/risks.ts'
import { unbuilt } from './parts/unbuilt.ts'

/** What runs in the browser: the folder `client/`, compiled. None of it may hold what would end its element. */
export interface PageClient {
  /** Runs before anything is painted. */
  readonly first: string
  readonly script: string
  readonly styles: string
}

/**
 * A review as one page of HTML that needs nothing else, neither files nor a network.
 *
 * @param picture an SVG of what is touched. Default none.
 */
export const reviewPage = (review: Review, client: PageClient, picture?: string): string => {
  const data = dataOfReview(review)
  const { first, script, styles } = client
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(client)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${reviewSummary(review)}">
<title>${review.before.name} → ${review.after.name}: review</title>
<link rel="icon" href="data:,">
<style>${verbatim(styles)}</style>
<script>${verbatim(first)}</script>
</head>
<body>
${review.groups.length === 0 ? none : html`<a class="skip" href="#changes">Skip to the changes</a>`}
${masthead(review)}
<main>
${overview(review)}
${unbuilt(review)}
${risks(review, data)}
${picture === undefined ? none : pictureOf(picture)}
${changes(data)}
</main>
${help}
<script type="application/json" id="data">${embeddedJson(data)}</script>
<script>${verbatim(script)}</script>
</body>
</html>
`.html
}

const none: Html = html``

/** Only what stands in the page may run there, and nothing may be fetched or sent. */
const policy = ({ first, script, styles }: PageClient): string =>
  [
    `default-src 'none'`,
    `script-src ${sourceHash(first)} ${sourceHash(script)}`,
    `style-src ${sourceHash(styles)}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ')

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
