import Handlebars from 'handlebars'

/** A part of a README, as prose with gaps. */
export interface Section {
  /** What it tells of: without it the section is left out. Default: it is always there. */
  readonly of?: string
  /** Whether it is there just when that is not. Default `false`. */
  readonly otherwise?: boolean
  readonly prose: Handlebars.TemplateDelegate
}

// Knowing its helpers beforehand makes a template several times faster, and so do lists that come as text; without
// variables such as `@root`, which none uses, blocks are made once and not for every cluster. What is never written is
// never compiled.
const prose = (text: string) => Handlebars.compile(text, { noEscape: true, knownHelpersOnly: true, data: false })

/** The README of a cluster, from its top. */
export const sections: readonly Section[] = [
  {
    prose: prose(`# {{name}}

Environment \`{{environment}}\`, {{distribution}} with {{networkName}}, reconciled by {{engine}}.

## What runs, in what order

| wave | namespace | component | version | from |
|---|---|---|---|---|
{{components}}

`),
  },
  {
    of: 'argo',
    prose:
      prose(`A component starts when those of the waves before it are healthy: \`sync-wave\` in its file says which is its own. What
leaves the fleet is removed with all it brought, but for Namespaces and claims.
`),
  },
  {
    of: 'argo',
    otherwise: true,
    prose: prose(`A component starts when everything it stands on is ready: \`dependsOn\` in its file says what that is.
`),
  },
  {
    of: 'flows',
    prose: prose(`
<details>
<summary>What goes between them, and what waits for what</summary>

\`\`\`mermaid
{{flows}}
\`\`\`

Thick arrows are sent, thin ones fetched; a dotted one leads to what starts later. A picture with more in it:
\`npx zx scripts/graph.mjs {{name}} --out {{name}}.svg\`.

</details>
`),
  },
  {
    of: 'closed',
    prose: prose(`
Closed by network policies: {{closed}}. Pods there reach, and are reached by, only whom the fleet says; besides they find
addresses by names, and ask the API server if they have an account.
`),
  },
  {
    of: 'prerequisites',
    prose: prose(`
## What must be there already

{{prerequisites}}
`),
  },
  {
    prose: prose(`
## Bootstrap

All commands run at the root of the repository, with this cluster as kubectl's context.
`),
  },
  {
    of: 'byHand',
    prose: prose(`
### What is made by hand

{{#if hasSecretCommands}}
Components that read a Secret wait until it is there. Leave out what something in the cluster makes.
{{#if contexts}}
For {{contexts}}, write what your kubeconfig calls that cluster.
{{/if}}

{{/if}}
\`\`\`sh
{{byHand}}
\`\`\`
`),
  },
  {
    of: 'network',
    prose: prose(`
### The network

{{engine}} runs in Pods, and without a network none starts: install it by hand, once. {{engine}} finds {{found}} and takes {{them}} over.

\`\`\`sh
{{network}}
\`\`\`
`),
  },
  {
    of: 'keyCommands',
    prose: prose(`
### The key to the encrypted Secrets

Flux looks for it beside what it decrypts: in every namespace that keeps encrypted Secrets.

\`\`\`sh
{{keyCommands}}
\`\`\`
`),
  },
  {
    of: 'argo',
    prose: prose(`
### Argo CD

Argo CD 3.2 or later runs in the namespace \`{{argo.namespace}}\`, as its documentation installs it. Where the repository is
private, it is given a way in:

\`\`\`sh
{{argo.credentials}}
\`\`\`

Then one file is applied, once:

\`\`\`sh
{{argo.apply}} -f clusters/{{name}}/bootstrap.yaml
\`\`\`

It brings the Application \`{{name}}\`, from which all others come, and to \`argocd-cm\` the health of Applications: without it
all waves would start at once. As a manager of its own it leaves everything else in \`argocd-cm\` alone; where somebody gave
Applications a health before, kubectl says so, and \`--force-conflicts\` puts this one in its place. To stop Argo CD, delete
the Application \`{{name}}\`: what it brought stays.
`),
  },
  {
    of: 'argo',
    otherwise: true,
    prose: prose(`
### Flux

\`\`\`sh
flux bootstrap git --url={{url}} --branch={{branch}} --path=clusters/{{name}}{{#if isHttps}} --token-auth{{/if}}
\`\`\`

Flux keeps its own files in \`flux-system/\`; they are never touched by a render. To fetch only what this cluster reads,
put these folders under \`spec.sparseCheckout\` of the GitRepository there: {{sparseCheckout}}.
`),
  },
  {
    of: 'waysIn',
    prose: prose(`
## The ways in

| to | how | login |
|---|---|---|
{{waysIn}}
`),
  },
  {
    of: 'secrets',
    prose: prose(`
## Secrets

| namespace | Secret | keys | from |
|---|---|---|---|
{{secrets}}
`),
  },
]
