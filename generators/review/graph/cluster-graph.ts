import type { CapabilityOf } from '../../fleet/capability.ts'
import { type Flow, flowsIn, isOutside } from '../../plan/flows/flow.ts'
import { closedNamespaces, networkPoliciesComponent } from '../../plan/network-policies/closed.ts'
import type { ClusterPlan, Placement } from '../../plan/placement.ts'
import { waves } from '../../plan/waves.ts'
import type { Box, Edge, Graph, Node } from './graph.ts'
import { withoutImplied } from './implied.ts'

/** What some clusters run and say to each other, and to others of the fleet and outside. */
export const graphOf = (plans: readonly ClusterPlan[]): Graph => {
  const drawn = new Set(plans.map(({ cluster }) => cluster.name))
  const parts = plans.map((plan) => clusterPart(plan, drawn))
  const nodes = new Map<string, Node>()
  // A component that others send to is told of best where it runs.
  for (const node of parts.flatMap((part) => part.nodes)) {
    if (!nodes.has(node.id) || node.detail !== undefined) nodes.set(node.id, node)
  }
  return {
    title: plans.map(({ cluster }) => cluster.name).join(', '),
    nodes: [...nodes.values()],
    edges: merged(parts.flatMap((part) => part.edges)),
  }
}

type Part = Pick<Graph, 'edges' | 'nodes'>

const clusterPart = (plan: ClusterPlan, drawn: ReadonlySet<string>): Part => {
  const placements = plan.placements.filter(({ name }) => name !== networkPoliciesComponent)
  const closed = new Set(closedNamespaces(plan).map(({ namespace }) => namespace.name))
  const wave = new Map(waves(placements).flatMap((some, index) => some.map((one) => [one, index + 1] as const)))
  const part: { nodes: Node[]; edges: Edge[] } = {
    nodes: placements.map((one) => componentNode(one, wave.get(one) ?? 1, closed)),
    edges: [],
  }
  const add = (more: Part): void => {
    part.nodes.push(...more.nodes)
    part.edges.push(...more.edges)
  }
  const flows = flowsIn(placements)
  for (const flow of flows) add(flowPart(flow, plan.cluster.name))
  for (const one of placements) for (const door of doorsOf(one)) add(doorPart(door, one))
  add(senderPart(plan, drawn))
  const waiting = waitingEdges(placements, part.edges)
  return { nodes: part.nodes, edges: [...part.edges, ...waiting] }
}

/** Who waits for whom, where nothing else is between the two. */
const waitingEdges = (placements: readonly Placement[], others: readonly Edge[]): readonly Edge[] => {
  const orders = withoutImplied(placements)
  if (orders.length === 0) return []
  return orders
    .map(({ before, after }): Edge => ({ from: idOf(before), to: idOf(after), kind: 'waits', what: [] }))
    .filter((edge) => !others.some((other) => isBetween(other, edge)))
}

/** Whether an arrow joins the same two as another one, whichever way. */
const isBetween = ({ from, to }: Edge, { from: one, to: other }: Edge): boolean =>
  (from === one && to === other) || (from === other && to === one)

const idOf = ({ cluster, namespace, name }: Placement): string => `${cluster.name}/${namespace.name}/${name}`

const clusterBox = (name: string): Box => ({ id: name, name })

const componentNode = (placement: Placement, wave: number, closed: ReadonlySet<string>): Node => {
  const { cluster, namespace, name, effective } = placement
  const home = { id: `${cluster.name}/${namespace.name}`, name: namespace.name }
  return {
    id: idOf(placement),
    name,
    within: [clusterBox(cluster.name), closed.has(namespace.name) ? { ...home, detail: 'closed' } : home],
    detail: effective.kind === 'helm' ? `wave ${wave}, chart ${effective.version}` : `wave ${wave}`,
  }
}

/** Data go to whom they are sent, and to whoever scrapes or asks. */
const flowPart = ({ from, to, manner, what }: Flow, cluster: string): Part => {
  const talker = idOf(from)
  if (!isOutside(to)) {
    const pulls = manner !== 'sends'
    const ends = pulls ? { from: idOf(to), to: talker } : { from: talker, to: idOf(to) }
    return { nodes: [], edges: [{ ...ends, kind: manner, what: manner === 'sends' ? [wordFor(what)] : [] }] }
  }
  const other = to.cluster === undefined ? outsideNode(cluster, to.name) : elsewhere(to.cluster, to.namespace, to.name)
  return { nodes: [other], edges: [{ from: talker, to: other.id, kind: 'sends', what: [what] }] }
}

/** Endpoints that are called after who answers there, by what comes to them. */
const words: Readonly<Record<string, string>> = { alertmanager: 'alerts', grafana: 'visitors', prometheus: 'queries' }
const wordFor = (what: string): string => words[what] ?? what

/** A component of another cluster, as it stands there: the same node where that cluster is drawn too. */
const elsewhere = (cluster: string, namespace: string, name: string): Node => ({
  id: `${cluster}/${namespace}/${name}`,
  name,
  within: [clusterBox(cluster), { id: `${cluster}/${namespace}`, name: namespace }],
})

const outsideNode = (cluster: string, name: string): Node => ({ id: `${cluster} outside ${name}`, name, within: [] })

const doorsOf = ({ provides }: Placement): readonly CapabilityOf<'door'>[] =>
  provides.filter((one) => one.kind === 'door')

/** A way in, without the address at its end, which is long and told elsewhere. */
const doorPart = ({ how }: CapabilityOf<'door'>, to: Placement): Part => {
  const node = outsideNode(to.cluster.name, how.replace(/(?: at)? https?:.*/, ''))
  return { nodes: [node], edges: [{ from: node.id, to: idOf(to), kind: 'enters', what: [] }] }
}

/** Clusters that send here and are not drawn, as one: there may be hundreds. */
const senderPart = ({ brought, placements, cluster }: ClusterPlan, drawn: ReadonlySet<string>): Part => {
  const senders = new Set(brought.flatMap(({ from }) => (from === undefined || drawn.has(from) ? [] : [from])))
  if (senders.size === 0) return { nodes: [], edges: [] }
  const node = outsideNode(cluster.name, senders.size === 1 ? [...senders].join() : `${senders.size} other clusters`)
  const edges = placements.flatMap((to) =>
    to.provides.flatMap((one): readonly Edge[] =>
      one.kind === 'endpoint' && one.outside !== undefined
        ? [{ from: node.id, to: idOf(to), kind: 'sends', what: [one.name] }]
        : [],
    ),
  )
  return { nodes: edges.length === 0 ? [] : [node], edges }
}

/** One arrow for all that goes the same way in the same manner. */
const merged = (edges: readonly Edge[]): readonly Edge[] => {
  const byKey = new Map<string, Edge>()
  for (const edge of edges) {
    const key = `${edge.from} ${edge.kind} ${edge.to}`
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? edge : { ...known, what: [...new Set([...known.what, ...edge.what])] })
  }
  return [...byKey.values()]
}
