import Handlebars from 'handlebars'

/** What a comment on a pull request says, as prose with gaps. */
export const template = Handlebars.compile<{
  readonly title: string
  readonly summary: string
  readonly risks: readonly { readonly what: string; readonly because: string; readonly where: string }[]
  readonly riskCount: string
  readonly environments: readonly { readonly name: string; readonly groups: readonly string[] }[]
  readonly unbuilt: readonly { readonly folder: string; readonly state: string; readonly reason: string }[]
  readonly shortened: string
  readonly charts: string
}>(
  `## {{title}}

{{summary}}
{{#if shortened}}

> {{shortened}}
{{/if}}
{{#if unbuilt}}

### Cannot be built

{{#each unbuilt}}
- {{folder}}, {{state}}: {{reason}}
{{/each}}
{{/if}}
{{#if risks}}

### {{riskCount}}

{{#each risks}}
- **{{what}}**{{#if where}} ({{where}}){{/if}}<br>{{because}}
{{/each}}
{{/if}}
{{#each environments}}

### {{name}}
{{#each groups}}

{{this}}
{{/each}}
{{/each}}
{{#if charts}}

{{charts}}
{{/if}}
`,
  { noEscape: true },
)
