import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Box, Edge, Graph, Node } from '../graph.ts'
import { againstTheStream } from './against.ts'
import { boxId, edgeId, elkGraph } from './elk-graph.ts'
import type { Size } from './text-size.ts'

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

/** Lays a graph out from left to right: who sends stands left of who receives, as far as there is an order. */
export const laidOut = async (graph: Graph): Promise<Laid> => {
  const against = againstTheStream(graph.edges)
  // It is large, and only a picture needs it.
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
