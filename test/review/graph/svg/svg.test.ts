import { describe, expect, test } from 'vitest'
import committed from '../../../../generators/fleet.ts'
import { plan } from '../../../../generators/plan/plan.ts'
import { think } from '../../../../generators/render.ts'
import { graphOf } from '../../../../generators/review/graph/cluster-graph.ts'
import type { Graph } from '../../../../generators/review/graph/graph.ts'
import { titleHeight } from '../../../../generators/review/graph/svg/box-title.ts'
import { laidOut, type Place } from '../../../../generators/review/graph/svg/layout.ts'
import { svg } from '../../../../generators/review/graph/svg/svg.ts'

const plans = [...plan(think(committed).fleet)]
const all = graphOf(plans)

const overlap = (one: Place, other: Place): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const isWithin = (inner: Place, outer: Place): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

describe('of the whole fleet', async () => {
  const laid = await laidOut(all)
  const boxes = new Map(laid.boxes.map(({ box, place }) => [box.id, place]))

  test('everything has a place, and is within the picture', () => {
    const places = [...laid.nodes, ...laid.boxes].map(({ place }) => place)
    expect(laid.edges).toHaveLength(all.edges.length)
    expect(places.filter((one) => one.width === 0 || !isWithin(one, { x: 0, y: 0, ...laid }))).toEqual([])
  })

  test('no name lies on another, nor on what an arrow says, nor on the title of a box', () => {
    const texts = [
      ...laid.nodes.map(({ node, place }) => ({ text: node.name, place })),
      ...laid.edges.flatMap(({ label }) => label ?? []),
      ...laid.boxes.map(({ box, place }) => ({ text: box.name, place: { ...place, height: titleHeight - 4 } })),
    ]
    const over = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => overlap(one.place, other.place))
        .map((other) => `${one.text} and ${other.text}`),
    )
    expect(over).toEqual([])
  })

  test('a component stands within its namespace, and that within its cluster', () => {
    for (const { node, place } of laid.nodes) {
      for (const box of node.within) expect([node.id, isWithin(place, boxes.get(box.id)!)]).toEqual([node.id, true])
    }
  })

  test('a name fits into its node', () => {
    for (const { node, place } of laid.nodes) expect(place.width).toBeGreaterThan(node.name.length * 13 * 0.6)
  })
})

const graph: Graph = {
  title: 'a & b',
  nodes: [
    { id: 'a', name: 'one <1>', within: [{ id: 'x', name: 'x' }] },
    { id: 'b', name: '"two"', within: [] },
  ],
  edges: [{ from: 'a', to: 'b', kind: 'sends', what: ['logs & traces'] }],
}

test('it is well-formed XML, whatever names are', async () => {
  const text = await svg(graph)
  expect(unclosed(text)).toEqual([])
  expect(text).toContain('>one &lt;1&gt;</text>')
  expect(unclosed(await svg(all))).toEqual([])
})

test('it is told in sentences too, and looks well by day and by night, without anything from elsewhere', async () => {
  const text = await svg(graph)
  expect(text).toContain('role="img" aria-labelledby="title desc"')
  expect(text).toContain('<title id="title">a &amp; b</title>')
  expect(text).toContain('<desc id="desc">one &lt;1&gt; sends logs &amp; traces to &quot;two&quot;.</desc>')
  expect(text).toContain('@media (prefers-color-scheme: dark)')
  expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|href|<script/)
})

test('the same graph is the same picture, byte for byte', async () => {
  expect(await svg(all)).toBe(await svg(graphOf(plans)))
})

/** Elements that are not closed in turn, and what is no XML at all. */
const unclosed = (text: string): readonly string[] => {
  const open: string[] = []
  const rest = text.replaceAll(/<(\/?)([a-z]+)((?: [A-Za-z:-]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, alone) => {
    if (close === '/') return open.pop() === name ? '' : `<${name}`
    if (alone !== '/') open.push(name)
    return ''
  })
  const strange = rest.replaceAll(/&(?:amp|lt|gt|quot);/g, '').match(/[<&].{0,20}/g) ?? []
  return [...open, ...strange]
}
