import { type EdgeKind, edgeKinds, type Graph } from '../graph.ts'
import { boxTitle, titleHeight } from './box-title.ts'
import { type Laid, type LaidEdge, laidOut, type Place, type Point } from './layout.ts'
import { style } from './style.ts'
import { type Font, fontSizes, textSize } from './text-size.ts'

/** The graph as a picture that needs nothing but itself: no font, no script, nothing from elsewhere. */
export const svg = async (graph: Graph): Promise<string> => drawn(await laidOut(graph), graph)

const legendHeight = 40

const drawn = (laid: Laid, graph: Graph): string => {
  const kinds = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => graph.edges.some((edge) => edge.kind === kind))
  const legend = legendOf(kinds, laid.height)
  const width = Math.max(laid.width, legend.width)
  const height = laid.height + legendHeight
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(graph.title)}</title>`,
    `<desc id="desc">${escaped(told(graph))}</desc>`,
    `<style>\n${style()}\n</style>`,
    `<defs>${kinds.map(head).join('')}</defs>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...laid.boxes.map(({ box, depth, place }) => boxed(place, boxTitle(box), depth)),
    ...laid.edges.map(line),
    ...laid.nodes.map(({ node, place }) => nodeAt(place, node.name, node.detail, node.within.length === 0)),
    ...laid.edges.flatMap(labelAt),
    ...legend.parts,
    '</svg>',
    '',
  ].join('\n')
}

/** The same in sentences, for who hears it read. */
const told = ({ nodes, edges }: Graph): string => {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  return edges
    .map(({ from, to, kind, what }) =>
      kind === 'sends'
        ? `${names.get(from)} sends ${what.join(', ')} to ${names.get(to)}.`
        : `${names.get(from)} ${edgeKinds[kind]} ${names.get(to)}.`,
    )
    .join(' ')
}

const head = (kind: EdgeKind): string =>
  `<marker id="head-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head-${kind}" d="M0 0L8 4L0 8z"/></marker>`

const rect = (className: string, { x, y, width, height }: Place, radius: number): string =>
  `<rect class="${className}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`

const written = (text: string, font: Font, { x, y }: Point, more = ''): string =>
  `<text class="${font}-text${more}" x="${round(x)}" y="${round(y)}">${escaped(text)}</text>`

const boxed = (place: Place, title: string, depth: number): string =>
  rect(`box-${Math.min(depth, 1)}`, place, 8) +
  written(title, 'title', { x: place.x + 16, y: place.y + titleHeight - fontSizes.title * 0.6 })

const nodeAt = (place: Place, name: string, detail: string | undefined, isOutside: boolean): string => {
  const x = place.x + 12
  const first = place.y + 7 + fontSizes.node
  return [
    rect('node', place, isOutside ? place.height / 2 : 6),
    written(name, 'node', { x, y: first }),
    ...(detail === undefined
      ? []
      : [written(detail, 'detail', { x, y: first + textSize(detail, 'detail').height + 2 })]),
  ].join('')
}

const line = ({ edge: { kind }, points }: LaidEdge): string =>
  `<path class="line ${kind}" d="${rounded(points)}" marker-end="url(#head-${kind})"/>`

const labelAt = ({ edge, label }: LaidEdge): readonly string[] => {
  if (label === undefined) return []
  const { place, text } = label
  const at = { x: place.x + 4, y: place.y + fontSizes.label }
  return [rect('under-label', place, 3) + written(text, 'label', at, ` ${edge.kind}-label`)]
}

const radius = 6

/** A line by its corners, each of them rounded. */
const rounded = (points: readonly Point[]): string =>
  points
    .map((point, index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (before === undefined) return `M${at(point)}`
      if (after === undefined) return `L${at(point)}`
      return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
    })
    .join('')

/** A point near another, on the way to a third: half of that way at most. */
const towards = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

/** Tenths of a pixel are enough, and the same everywhere. */
const round = (pixels: number): number => Math.round(pixels * 10) / 10

const legendOf = (kinds: readonly EdgeKind[], top: number) => {
  const y = top + legendHeight / 2
  let x = 20
  const parts = kinds.map((kind) => {
    const start = x
    x += 48 + textSize(edgeKinds[kind], 'label').width + 24
    return (
      `<path class="line ${kind}" d="M${start} ${y}L${start + 38} ${y}" marker-end="url(#head-${kind})"/>` +
      written(edgeKinds[kind], 'label', { x: start + 48, y: y + 4 })
    )
  })
  return { parts, width: x }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => entities[one] ?? one)
