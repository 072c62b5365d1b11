import Handlebars from 'handlebars'
import { type Answers, clustersOf } from './answers.ts'
import type { Dependency } from './files.ts'

const template = Handlebars.compile(
  `# {{name}}

What runs in {{what}}, as one typed description: [generators/fleet.ts](generators/fleet.ts). Everything in \`clusters/\`,
\`apps/\` and \`infrastructure/\` is rendered from it, and {{engine}} takes it from here.

\`\`\`sh
npm ci
npx zx scripts/render.mjs       # renders what the fleet says, and writes only what changed
git diff                        # what that means for each cluster
npm test                        # the fleet is in order, and the tree is as it says
npm run verify                  # kustomize and the schemas of Kubernetes say so too
\`\`\`

Change a word in \`generators/fleet.ts\`, render, read the diff, open a pull request. What is on \`main\` is what runs.
Files that carry a header are rendered: a change of them by hand is told, not lost. All others are yours.

## Before the first start
{{#if isExample}}

- \`repository.url\` in \`generators/fleet.ts\` is an example. Write where this repository will be, and render.
{{/if}}

1. Push it: \`git remote add origin {{url}} && git push -u origin main\`
2. Follow the README of each cluster, whose commands can be copied. It says which Secrets to make, and how to start:

{{#each clusters}}
   - [{{name}}](clusters/{{name}}/README.md#bootstrap), in \`{{environment}}\`
{{/each}}

## What is where

| file | what it is |
|---|---|
| \`generators/fleet.ts\` | the clusters, their environments, what runs in them |
| \`clusters/CLUSTER/README.md\` | for people: order, bootstrap, ways in, Secrets |
| \`scripts/*.mjs\` | the commands; \`npx fleetwright\` lists them, and each has \`--help\` |
| \`test/fleet.test.ts\` | \`npm test\`; a place for what must hold in this fleet beside all the rules |
{{#if file}}

The program is the package \`fleetwright\`, of which this repository takes the file \`{{file}}\`. Whoever clones it needs
that file too, until \`package.json\` names a version from a registry.
{{/if}}
`,
  { noEscape: true },
)

/** What people read first. */
export const readme = (
  answers: Answers,
  { name, spec, isExample }: Dependency & { name: string; isExample: boolean },
) => {
  const clusters = clustersOf(answers)
  return template({
    name,
    clusters,
    isExample,
    what: clusters.length === 1 ? 'one Kubernetes cluster' : `${clusters.length} Kubernetes clusters`,
    engine: answers.engine === 'flux' ? 'Flux' : 'Argo CD',
    url: answers.url,
    file: spec.startsWith('file:') ? spec.slice('file:'.length) : undefined,
  })
}
