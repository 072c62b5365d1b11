import Handlebars from 'handlebars'
import { sectionsOf } from './commit-message/section.ts'
import { subject } from './commit-message/subject.ts'
import { touchesOf } from './commit-message/touch.ts'
import type { Change } from './outcome.ts'

/** A commit message for what a render changed: a subject of at most 72 columns, then what was touched, layer by layer. */
export const commitMessage = (changes: readonly Change[]): string => {
  const touches = touchesOf(changes)
  return template({ subject: subject(touches, changes.length), sections: sectionsOf(touches) })
}

const template = Handlebars.compile(
  `{{subject}}

{{#each sections}}
{{title}}:
{{#each lines}}
- {{name}}: {{change}}
{{/each}}

{{/each}}
Rendered from generators/fleet.ts by npx zx scripts/render.mjs.
`,
  { noEscape: true },
)
