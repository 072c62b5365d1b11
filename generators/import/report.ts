import Handlebars from 'handlebars'
import { grouped } from '../grouped.ts'
import { count } from '../review/count.ts'
import type { Import } from './import.ts'
import { type Note, originName } from './note.ts'

/** What was taken over, what was not, and what to do, for people. */
export const importReport = ({ draft, notes }: Import): string => {
  const part = (title: string, kind: Note['kind']) => ({
    title,
    sections: sections(notes.filter((one) => one.kind === kind)),
  })
  return prose({
    from: draft?.from,
    clusters: draft?.clusters.map(({ name, environment }) => ({
      name,
      environment,
      components: count(draft.components.filter(({ clusters }) => clusters.has(name)).length, 'component'),
    })),
    parts: [
      part('Not taken over', 'skipped'),
      part('To decide, marked TODO in the draft or told here', 'decide'),
    ].filter(({ sections }) => sections.length > 0),
  })
}

/** What is alike is said once, with all that it is about. */
const sections = (notes: readonly Note[]) =>
  [...grouped(notes, ({ why, fix }) => `${why}\n${fix}`).values()].map((alike) => ({
    why: alike[0]?.why,
    fix: alike[0]?.fix,
    about: alike.map(({ what, origin }) => ({
      what,
      where: origin === undefined || originName(origin).startsWith(`${what}:`) ? '' : ` (${originName(origin)})`,
    })),
  }))

const prose = Handlebars.compile(
  `{{#if clusters}}Taken over from {{from}}:
{{#each clusters}}
  {{name}}: {{components}}, in the environment {{environment}}
{{/each}}

{{/if}}{{#each parts}}{{title}}:
{{#each sections}}

{{#each about}}
  {{what}}{{where}}
{{/each}}
    {{why}}
    fix: {{fix}}
{{/each}}

{{/each}}`,
  { noEscape: true },
)

/** The same for machines. */
export const importAsJson = ({ text, draft, notes }: Import) => ({
  draft: text ?? null,
  clusters: (draft?.clusters ?? []).map(({ name, environment }) => ({
    name,
    environment,
    components: (draft?.components ?? [])
      .filter(({ clusters }) => clusters.has(name))
      .map(({ namespace, name: component, origin, content }) => ({
        namespace,
        name: component,
        kind: content.kind,
        ...origin,
      })),
  })),
  notes: notes.map(({ origin, ...note }) => ({ ...note, ...origin })),
})
