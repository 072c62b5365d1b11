import { expect, test } from 'vitest'
import type { Edge, EdgeKind } from '../../../../generators/review/graph/graph.ts'
import { againstTheStream } from '../../../../generators/review/graph/svg/against.ts'

const edge = (from: string, kind: EdgeKind, to: string): Edge => ({ from, to, kind, what: [] })

test('metrics of whom a scraper feeds, directly or not, lead back; those of others, and what is sent, do not', () => {
  const edges = [
    edge('scraper', 'sends', 'gateway'),
    edge('gateway', 'sends', 'store'),
    edge('gateway', 'scrapes', 'scraper'),
    edge('store', 'scrapes', 'scraper'),
    edge('exporter', 'scrapes', 'scraper'),
    edge('store', 'sends', 'gateway'),
  ]
  expect([...againstTheStream(edges)]).toEqual([edges[2], edges[3]])
})
