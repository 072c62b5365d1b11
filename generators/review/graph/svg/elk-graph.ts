import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Box, Edge, EdgeKind, Graph, Node } from '../graph.ts'
import { boxTitle, titleHeight } from './box-title.ts'
import { type Size, textSize } from './text-size.ts'

/** What boxes and arrows are called there; a node is called what it is called here. */
export const boxId = (id: string): string => `box ${id}`
export const edgeId = (index: number): string => `edge ${index}`

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

/** A graph in the words of ELK, with the size of everything in it. Arrows against the stream are turned round. */
export const elkGraph = ({ nodes, edges }: Graph, against: ReadonlySet<Edge>): ElkNode => ({
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

const titleWidth = (box: Box): number => textSize(boxTitle(box), 'title').width

const nodeSize = ({ name, detail }: Node): Size => {
  const first = textSize(name, 'node')
  const second = detail === undefined ? { width: 0, height: 0 } : textSize(detail, 'detail')
  return { width: Math.max(first.width, second.width) + 24, height: first.height + second.height + 14 }
}
