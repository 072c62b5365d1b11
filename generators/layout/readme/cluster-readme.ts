import type { CompleteCluster } from '../../fleet/complete/complete-fleet.ts'
import type { Repository } from '../../fleet/fleet.ts'
import type { Layer } from '../../plan/layer.ts'
import { closedNamespaces, networkPoliciesComponent } from '../../plan/network-policies/closed.ts'
import type { ClusterPlan, Placement, PlannedSecret } from '../../plan/placement.ts'
import { onceAShape } from '../../plan/shape.ts'
import { waves } from '../../plan/waves.ts'
import { graphOf } from '../../review/graph/cluster-graph.ts'
import { mermaid } from '../../review/graph/mermaid.ts'
import { bringsValues } from '../helm-layer.ts'
import { argoSection } from './argo-section.ts'
import { type Gapped, withGaps } from './gaps.ts'
import { keyCommands } from './key-commands.ts'
import { namespaceCommands } from './namespace-commands.ts'
import { installCommand, networkFirst } from './network-first.ts'
import { prerequisites } from './prerequisites.ts'
import { secretCommand } from './secret-command.ts'
import { sparseCheckouts } from './sparse-checkout.ts'
import { template } from './template.ts'
import { waysIn } from './ways-in.ts'

/** The README in a cluster's folder, for people: what runs, in what order, how to start, how to get in, where each Secret comes from. */
export const clusterReadmes = (repository: Repository): ((plan: ClusterPlan) => string) => {
  const common = onceAShape((plan: ClusterPlan) => ({
    order: order(plan),
    shared: dataOfShape(plan),
    pages: new Map<string, Page>(),
  }))
  const foldersOf = sparseCheckouts()
  return (plan) => {
    const { order, shared, pages } = common(plan)
    const data = dataOf(plan, repository)
    const key = JSON.stringify(data)
    const page = pages.get(key) ?? withGaps(template, { ...shared, ...data }, gaps)
    pages.set(key, page)
    return page({
      name: plan.cluster.name,
      components: componentRows(plan, order),
      // Argo CD fetches a repository whole.
      sparseCheckout: plan.cluster.engine === 'flux' ? `\`${foldersOf(plan).join('`, `')}\`` : '',
    })
  }
}

/** What no two clusters have in common. The rest of a page is written once for all that are told the same. */
const gaps = ['name', 'components', 'sparseCheckout'] as const

type Page = Gapped<(typeof gaps)[number]>

/** What clusters of one shape have in common. */
const dataOfShape = (plan: ClusterPlan) => ({
  flows: picture(plan),
  prerequisites: lines(prerequisites(plan).map((one) => `- ${one}`)),
  closed: closedNamespaces(plan)
    .map(({ namespace: { name } }) => `[${name}](${name}/${networkPoliciesComponent}.yaml)`)
    .join(', '),
  waysIn: lines(waysIn(plan.placements).map(({ to, how, login }) => row(to, how, login))),
})

const dataOf = (plan: ClusterPlan, repository: Repository) => {
  const { cluster, secrets } = plan
  const network = networkFirst(plan)
  const madeByHand = secrets.filter(({ source }) => source.from === 'existing')
  const secretCommands = madeByHand.map(secretCommand)
  const used = new Set([...madeByHand.map(({ namespace }) => namespace), ...network.map(namespaceOf)])
  const byHand = [...namespaceCommands(cluster, (name) => used.has(name)), ...secretCommands]
  const { engine, found, them, argo } = engineData(cluster, repository)
  return {
    engine,
    found,
    them,
    argo,
    environment: cluster.environment.name,
    distribution: cluster.distribution,
    network: lines(network.map(installCommand)),
    networkName: cluster.network,
    url: repository.url,
    isHttps: repository.url.startsWith('https://'),
    branch: repository.branch,
    keyCommands: cluster.engine === 'flux' ? lines(keyCommands(plan, used)) : '',
    byHand: lines(byHand),
    contexts: contextsIn(secretCommands),
    hasSecretCommands: secretCommands.length > 0,
    secrets: lines(secrets.map(secretRow)),
  }
}

/** What goes between the components. The cluster itself is no box in it: it is what the page is about. */
const picture = (plan: ClusterPlan): string => {
  const { nodes, edges, ...graph } = graphOf([plan])
  const inside = nodes.map((node) => ({ ...node, within: node.within.filter(({ id }) => id !== plan.cluster.name) }))
  // One component alone is no picture.
  return edges.length === 0 ? '' : mermaid({ ...graph, nodes: inside, edges }).trimEnd()
}

/** Where the components stand in the list of placements, wave by wave. */
const order = ({ placements }: ClusterPlan): readonly (readonly number[])[] =>
  waves(placements).map((wave) => wave.map((one) => placements.indexOf(one)))

const componentRows = ({ placements }: ClusterPlan, order: readonly (readonly number[])[]): string =>
  lines(order.flatMap((wave, index) => wave.map((position) => componentRow(placements[position]!, index + 1))))

const engineData = ({ engine, argo }: CompleteCluster, repository: Repository) =>
  engine === 'flux'
    ? { engine: 'Flux', found: 'the release', them: 'it', argo: '' }
    : { engine: 'Argo CD', found: 'its objects', them: 'them', argo: argoSection(argo.namespace, repository) }

const lines = (some: readonly string[]): string => some.join('\n')

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const componentRow = ({ name, namespace, layer, effective, cluster }: Placement, wave: number): string => {
  const folder = cluster.engine === 'flux' ? layer.folder : folderWithFiles(layer)
  const version = effective.kind === 'helm' ? effective.version : ''
  return `| ${wave} | ${namespace.name} | [${name}](${namespace.name}/${name}.yaml) | ${version} | [${folder}](../../${folder}) |`
}

/** Argo CD needs no folder for a layer that says a version alone. */
const folderWithFiles = (layer: Layer): string =>
  layer.kind === 'helm' && layer.above !== undefined && !bringsValues(layer)
    ? folderWithFiles(layer.above)
    : layer.folder

const namespaceOf = ({ namespace }: Placement): string => namespace.name

/** Other clusters that the commands ask, for whom the fleet's name may not be the reader's. */
const contextsIn = (commands: readonly string[]): string => {
  const named = commands.flatMap((command) => command.match(/--context \S+/g) ?? [])
  return [...new Set(named)].map((one) => `\`${one}\``).join(', ')
}

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
