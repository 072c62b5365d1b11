import Handlebars from 'handlebars'
import type { Repository } from '../../fleet/fleet.ts'
import type { ClusterPlan, Placement, PlannedSecret } from '../../plan/placement.ts'
import { waves } from '../../plan/waves.ts'
import { keyCommands } from './key-commands.ts'
import { networkFirst } from './network-first.ts'
import { secretCommand } from './secret-command.ts'
import { sparseCheckout } from './sparse-checkout.ts'
import { waysIn } from './ways-in.ts'

/** The README in a cluster's folder, for people: what runs, in what order, how to start, how to get in, where each Secret comes from. */
export const clusterReadme = (plan: ClusterPlan, repository: Repository): string => template(dataOf(plan, repository))

const template = Handlebars.compile(
  `# {{name}}

Environment \`{{environment}}\`, {{distribution}} with {{networkName}}, reconciled by Flux.

## What runs, in what order

| wave | namespace | component | version | from |
|---|---|---|---|---|
{{components}}

A component starts when everything it stands on is ready: \`dependsOn\` in its file says what that is.

## Bootstrap

All commands run at the root of the repository, with this cluster as kubectl's context.
{{#if byHand}}

### What is made by hand

{{#if hasSecretCommands}}
Components that read a Secret wait until it is there. Leave out what something in the cluster makes.

{{/if}}
\`\`\`sh
{{byHand}}
\`\`\`
{{/if}}
{{#if network}}

### The network

Flux runs in Pods, and without a network none starts: install it by hand, once. Flux finds the release and takes it over.

\`\`\`sh
{{network}}
\`\`\`
{{/if}}
{{#if keyCommands}}

### The key to the encrypted Secrets

Flux looks for it beside what it decrypts: in every namespace that keeps encrypted Secrets.

\`\`\`sh
{{keyCommands}}
\`\`\`
{{/if}}

### Flux

\`\`\`sh
flux bootstrap git --url={{url}} --branch={{branch}} --path=clusters/{{name}}{{#if isHttps}} --token-auth{{/if}}
\`\`\`

Flux keeps its own files in \`flux-system/\`; they are never touched by a render. To fetch only what this cluster reads,
put these folders under \`spec.sparseCheckout\` of the GitRepository there: {{sparseCheckout}}.
{{#if waysIn}}

## The ways in

| to | how | login |
|---|---|---|
{{waysIn}}
{{/if}}
{{#if secrets}}

## Secrets

| namespace | Secret | keys | from |
|---|---|---|---|
{{secrets}}
{{/if}}
`,
  // Knowing its helpers beforehand makes the template several times faster, and so do lists that come as text.
  { noEscape: true, knownHelpersOnly: true },
)

const dataOf = (plan: ClusterPlan, repository: Repository) => {
  const { cluster, placements, secrets } = plan
  const network = networkFirst(plan)
  const secretCommands = secrets.filter(({ source }) => source.from === 'existing').map(secretCommand)
  const isAnyByHand = network.length > 0 || secretCommands.length > 0
  return {
    name: cluster.name,
    environment: cluster.environment.name,
    distribution: cluster.distribution,
    network: lines(network),
    networkName: cluster.network,
    url: repository.url,
    sparseCheckout: sparseCheckout(plan)
      .map((folder) => `\`${folder}\``)
      .join(', '),
    isHttps: repository.url.startsWith('https://'),
    branch: repository.branch,
    keyCommands: lines(keyCommands(plan, isAnyByHand)),
    components: lines(waves(placements).flatMap((wave, index) => wave.map((one) => componentRow(one, index + 1)))),
    byHand: isAnyByHand ? lines([...namespaceCommands(plan), ...secretCommands]) : '',
    hasSecretCommands: secretCommands.length > 0,
    waysIn: lines(waysIn(placements).map(({ to, how, login }) => row(to, how, login))),
    secrets: lines(secrets.map(secretRow)),
  }
}

const lines = (some: readonly string[]): string => some.join('\n')

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const componentRow = ({ name, namespace, layer, effective }: Placement, wave: number): string =>
  row(
    String(wave),
    namespace.name,
    `[${name}](${namespace.name}/${name}.yaml)`,
    effective.kind === 'helm' ? effective.version : '',
    `[${layer.folder}](../../${layer.folder})`,
  )

/** Flux takes over the namespaces too, and labels them. */
const namespaceCommands = ({ cluster }: ClusterPlan): readonly string[] =>
  cluster.namespaces.filter(({ settings }) => !settings.exists).map(({ name }) => `kubectl create namespace ${name}`)

const secretRow = (secret: PlannedSecret): string =>
  row(
    secret.namespace,
    secret.name,
    secret.keys.map((key) => `\`${key}\``).join(', '),
    [origin(secret), ...secret.notes].join('; '),
  )

const origin = ({ source, file }: PlannedSecret): string => {
  if (source.from === 'sops') return `[${file}](../../${file}), encrypted with SOPS`
  if (source.from === 'external-secret')
    return `entry \`${source.key}\` of ${source.store.kind} \`${source.store.name}\``
  return 'made by hand, or by something in the cluster'
}
