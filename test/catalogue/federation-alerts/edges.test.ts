import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { federationRules, prometheus } from '../../../generators/fleetwright.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { repository } from './promtool.ts'

/** A hub that is told of silence and scrapes itself, and edges with these ids of which nothing is known but that they are. */
const federation = (...ids: readonly string[]) =>
  fleet({
    hub: {
      role: 'hub',
      components: [prometheus({ scrape: true, rules: federationRules({ repository }) })],
    },
    ...Object.fromEntries(ids.map((id) => [`cluster-${id}`, { role: 'edge' as const, id, components: [note] }])),
  })

/** Whom a hub misses that never reported, by its rules. */
const missed = (...ids: readonly string[]): readonly string[] => {
  const [hub] = tree(federation(...ids)).clusters
  const [{ effective } = {}] = hub?.placements ?? []
  const files = effective?.kind === 'manifests' ? effective.objects.find(({ kind }) => kind === 'ConfigMap')?.data : {}
  const { groups } = parse((files as Record<string, string>)['edges.yml'] ?? '')
  return groups[0].rules.map(({ labels }: { labels: Record<string, string> }) => labels.cluster_id)
}

test('a hub misses every edge that its fleet has, by its cluster.id, without being told of them', () => {
  expect(missed('north', 'south')).toEqual(['north', 'south'])
  expect(missed('north')).toEqual(['north'])
})

test('a hub without edges misses nobody, and its rules do not ask for what nobody records', () => {
  const reasons = problemsOf(federation()).map(([, reason]) => reason)
  expect(reasons.filter((one) => one.includes('fleet:edge:info'))).toEqual([])
})
