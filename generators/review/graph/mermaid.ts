import type { Box, Edge, EdgeKind, Graph, Node } from './graph.ts'

/** The graph as Mermaid, which GitHub and GitLab draw by themselves where it stands in Markdown. */
export const mermaid = ({ nodes, edges }: Graph): string => {
  const boxes = nodes.flatMap(({ within }) => within.map(({ id }) => id))
  const ids = new Map([
    ...[...new Set(boxes)].map((id, index) => [boxKey(id), `box${index}`] as const),
    ...nodes.map(({ id }, index) => [id, `node${index}`] as const),
  ])
  const links = edges.map((edge) => link(edge, ids))
  return [...['flowchart LR'], ...boxed(nodes, ids, 0, '  '), ...links.map((line) => `  ${line}`), ''].join('\n')
}

/** By what everything is called in the text: one word each, and none of Mermaid's own. */
type Ids = ReadonlyMap<string, string>

const boxKey = (id: string): string => `box ${id}`

/** Nodes that stand in no further box, then each box with what is in it. */
const boxed = (nodes: readonly Node[], ids: Ids, depth: number, indent: string): readonly string[] => {
  const boxes = new Map<string, Box>()
  for (const { within } of nodes) {
    const box = within[depth]
    if (box !== undefined && !boxes.has(box.id)) boxes.set(box.id, box)
  }
  return [
    ...nodes.filter(({ within }) => within.length === depth).map((one) => `${indent}${shape(one, ids)}`),
    ...[...boxes.values()].flatMap((box) => [
      `${indent}subgraph ${ids.get(boxKey(box.id))}[${text(titleOf(box))}]`,
      ...boxed(
        nodes.filter(({ within }) => within[depth]?.id === box.id),
        ids,
        depth + 1,
        `${indent}  `,
      ),
      `${indent}end`,
    ]),
  ]
}

const titleOf = ({ name, detail }: Box): string => (detail === undefined ? name : `${name} (${detail})`)

const shape = ({ id, name, within }: Node, ids: Ids): string =>
  within.length === 0 ? `${ids.get(id)}([${text(name)}])` : `${ids.get(id)}[${text(name)}]`

/** In quotes all is text but a quote, and what Mermaid takes for its own code of a character. */
const text = (plain: string): string => `"${plain.replaceAll('#', '#35;').replaceAll('"', '#quot;')}"`

const arrows: Readonly<Record<EdgeKind, string>> = {
  sends: '==>',
  scrapes: '-->',
  asks: '-->',
  enters: '==>',
  waits: '-.->',
}

const labels: Readonly<Partial<Record<EdgeKind, string>>> = { scrapes: 'metrics', asks: 'queries' }

const link = ({ from, to, kind, what }: Edge, ids: Ids): string => {
  const label = what.length > 0 ? what.join(', ') : labels[kind]
  return `${ids.get(from)} ${arrows[kind]}${label === undefined ? '' : `|${text(label)}|`} ${ids.get(to)}`
}
