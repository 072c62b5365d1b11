import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Box, Edge, EdgeKind, Graph, Node } from '../graph.ts'
import { againstTheStream } from './against.ts'
import { type Size, textSize } from './text-size.ts'

/** Where something is: its upper left corner, from that of the picture, in pixels. */
export interface Place extends Size {
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A graph with the place of everything in it. */
export interface Laid extends Size {
  readonly title: string
  /** The outer ones first. */
  readonly boxes: readonly { readonly box: Box; readonly depth: number; readonly place: Place }[]
  readonly nodes: readonly { readonly node: Node; readonly place: Place }[]
  readonly edges: readonly LaidEdge[]
}

export interface LaidEdge {
  readonly edge: Edge
  /** Corners of its line, both ends included. */
  readonly points: readonly Point[]
  readonly label?: { readonly text: string; readonly place: Place }
}

/** Room above what is in a box, for its title. */
export const titleHeight = 34

/** Lays a graph out from left to right: who sends stands left of who receives, as far as there is an order. */
export const laidOut = async (graph: Graph): Promise<Laid> => {
  // It is large, and only a picture needs it.
  const against = againstTheStream(graph.edges)
  const { default: elk } = await import('elkjs/lib/elk.bundled.js')
  const laid = await new elk.default().layout(elkGraph(graph, against))
  const placed = new Map([...everyNode(laid)].map((one) => [one.id, placeOf(one)]))
  const edges = new Map([...everyNode(laid)].flatMap(({ edges = [] }) => edges).map((one) => [one.id, one]))
  const at = (id: string): Place => placed.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }
  return {
    title: graph.title,
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    boxes: boxesOf(graph).map(({ box, depth }) => ({ box, depth, place: at(boxId(box.id)) })),
    nodes: graph.nodes.map((node) => ({ node, place: at(node.id) })),
    edges: graph.edges.flatMap((edge, index) => {
      const found = edges.get(edgeId(index))
      return found === undefined ? [] : [laidEdge(edge, found, against.has(edge))]
    }),
  }
}

const boxId = (id: string): string => `box ${id}`
const edgeId = (index: number): string => `edge ${index}`

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // Everything from the corner of the picture, not from that of its box.
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
} as const

const boxOptions = { 'elk.padding': `[top=${titleHeight + 8},left=16,bottom=16,right=16]` }

/** Where there is no order that suits all arrows, what is sent comes before what is fetched. */
const priorities: Readonly<Record<EdgeKind, number>> = { sends: 10, enters: 10, asks: 5, scrapes: 1, waits: 1 }

const elkGraph = ({ nodes, edges }: Graph, against: ReadonlySet<Edge>): ElkNode => ({
  id: 'root',
  layoutOptions: options,
  children: childrenAt(nodes, 0),
  edges: edges.map((edge, index) => ({
    id: edgeId(index),
    sources: [against.has(edge) ? edge.to : edge.from],
    targets: [against.has(edge) ? edge.from : edge.to],
    layoutOptions: { 'elk.layered.priority.direction': String(priorities[edge.kind]) },
    ...labelOf(edge),
  })),
})

const labelOf = ({ what }: Edge): Pick<ElkExtendedEdge, 'labels'> => {
  if (what.length === 0) return {}
  const text = what.join(', ')
  const { width, height } = textSize(text, 'label')
  return { labels: [{ text, width: width + 8, height, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }] }
}

/** What stands in no further box, then each box with what is in it. */
const childrenAt = (nodes: readonly Node[], depth: number): ElkNode[] => {
  const boxes = new Map(
    nodes.flatMap(({ within }) => (within[depth] === undefined ? [] : [[within[depth].id, within[depth]]])),
  )
  return [
    ...nodes.filter(({ within }) => within.length === depth).map((node) => ({ id: node.id, ...nodeSize(node) })),
    ...[...boxes.values()].map((box) => ({
      id: boxId(box.id),
      layoutOptions: {
        ...boxOptions,
        // As wide as its title at least.
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${titleWidth(box) + 32},60)`,
      },
      children: childrenAt(
        nodes.filter(({ within }) => within[depth]?.id === box.id),
        depth + 1,
      ),
    })),
  ]
}

/** What is written above a box. */
export const boxTitle = ({ name, detail }: Box): string => (detail === undefined ? name : `${name} · ${detail}`)

const titleWidth = (box: Box): number => textSize(boxTitle(box), 'title').width

const nodeSize = ({ name, detail }: Node): Size => {
  const first = textSize(name, 'node')
  const second = detail === undefined ? { width: 0, height: 0 } : textSize(detail, 'detail')
  return { width: Math.max(first.width, second.width) + 24, height: first.height + second.height + 14 }
}

const boxesOf = ({ nodes }: Graph) => {
  const boxes = new Map<string, { readonly box: Box; readonly depth: number }>()
  for (const { within } of nodes) {
    for (const [depth, box] of within.entries()) if (!boxes.has(box.id)) boxes.set(box.id, { box, depth })
  }
  return [...boxes.values()].sort((a, b) => a.depth - b.depth)
}

function* everyNode(node: ElkNode): Generator<ElkNode> {
  yield node
  for (const child of node.children ?? []) yield* everyNode(child)
}

const placeOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Place>): Place => ({ x, y, width, height })

const laidEdge = (edge: Edge, { sections = [], labels = [] }: ElkExtendedEdge, isAgainst: boolean): LaidEdge => {
  const corners = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint])
  const points = corners.map(({ x, y }) => ({ x, y }))
  const [label] = labels
  return {
    edge,
    points: isAgainst ? points.reverse() : points,
    ...(label?.text === undefined ? {} : { label: { text: label.text, place: placeOf(label) } }),
  }
}
