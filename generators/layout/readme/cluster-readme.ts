import Handlebars from 'handlebars'
import type { Repository } from '../../fleet/fleet.ts'
import { ageSecret } from '../../objects/flux/kustomization.ts'
import type { ClusterPlan, PlannedSecret } from '../../plan/placement.ts'
import { waves } from '../../plan/waves.ts'

/** The README in a cluster's folder, for people: what runs, in what order, how to get in, where each Secret comes from. */
export const clusterReadme = (plan: ClusterPlan, repository: Repository): string => template(dataOf(plan, repository))

const template = Handlebars.compile(
  `# {{name}}

Environment \`{{environment}}\`, {{distribution}} with {{network}}, reconciled by Flux.

## What runs, in what order

| wave | namespace | component | version | from |
|---|---|---|---|---|
{{#each components}}
| {{wave}} | {{namespace}} | [{{name}}]({{namespace}}/{{name}}.yaml) | {{version}} | [{{folder}}](../../{{folder}}) |
{{/each}}

A component starts when everything it stands on is ready: \`dependsOn\` in its file says what that is.

## Bootstrap

{{#if decrypts}}
The Secrets in this tree are encrypted with SOPS. Give Flux the age key first:

\`\`\`sh
kubectl create namespace flux-system
kubectl create secret generic {{ageSecret}} -n flux-system --from-file=age.agekey=AGE_KEY_FILE
\`\`\`

{{/if}}
\`\`\`sh
flux bootstrap git --url={{url}} --branch={{branch}} --path=clusters/{{name}}
\`\`\`

Flux keeps its own files in \`flux-system/\`; they are never touched by a render.
{{#if doors}}

## The ways in

| to | how | login |
|---|---|---|
{{#each doors}}
| {{to}} | {{how}} | {{login}} |
{{/each}}
{{/if}}
{{#if secrets}}

## Secrets

| namespace | Secret | keys | from |
|---|---|---|---|
{{#each secrets}}
| {{namespace}} | {{name}} | {{keys}} | {{from}} |
{{/each}}
{{/if}}
`,
  // Knowing its helpers beforehand makes the template several times faster.
  { noEscape: true, knownHelpersOnly: true },
)

const dataOf = (plan: ClusterPlan, repository: Repository) => {
  const { cluster, placements, secrets } = plan
  return {
    name: cluster.name,
    environment: cluster.environment.name,
    distribution: cluster.distribution,
    network: cluster.network,
    url: repository.url,
    branch: repository.branch,
    ageSecret,
    decrypts: secrets.some(({ source }) => source.from === 'sops'),
    components: waves(placements).flatMap((wave, index) =>
      wave.map(({ name, namespace, layer, effective }) => ({
        wave: index + 1,
        namespace: namespace.name,
        name,
        version: effective.kind === 'helm' ? effective.version : '',
        folder: layer.folder,
      })),
    ),
    doors: placements.flatMap(({ provides }) =>
      provides.flatMap((one) =>
        one.kind === 'door'
          ? [{ to: one.to, how: one.how, login: one.authenticated ? 'yes' : 'none: private network' }]
          : [],
      ),
    ),
    secrets: secrets.map((secret) => ({
      ...secret,
      keys: secret.keys.map((key) => `\`${key}\``).join(', '),
      from: origin(secret),
    })),
  }
}

const origin = ({ source, file, namespace, name }: PlannedSecret): string => {
  if (source.from === 'sops') return `[${file}](../../${file}), encrypted with SOPS`
  if (source.from === 'external-secret')
    return `entry \`${source.key}\` of ${source.store.kind} \`${source.store.name}\``
  return `made by hand: \`kubectl create secret generic ${name} -n ${namespace} …\``
}
