import { describe, expect, test } from 'vitest'
import { clusterFilter } from '../../../generators/check/rules/cluster-filter.ts'
import type { ClusterIdentity, CommonOptions, Placeable } from '../../../generators/fleet/component.ts'
import { manifestsComponent } from '../../../generators/fleet/define-component.ts'
import { defineFleet, grafana, lokiSingle, prometheus } from '../../../generators/fleetwright.ts'
import { choice } from '../../../generators/objects/grafana/variables.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { dashboard, panelAt, panels } from './asking.ts'
import { home, homelab } from './platform.ts'

/** Sends what nodes say of themselves, and log lines, to the hub of the fleet. */
const sender = manifestsComponent<CommonOptions>({
  name: 'sender',
  tier: 'apps',
  options: {},
  objects: (_, { name }) => [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }],
  provides: () => [
    { kind: 'metrics', exporter: 'node-exporter', through: 'collector' },
    { kind: 'metrics', exporter: 'loki', through: 'collector' },
    { kind: 'scrapes', through: 'collector', labels: ['cluster_id', 'instance', 'job'] },
    { kind: 'logs', labels: ['cluster_id', 'namespace'] },
  ],
  knowsCluster: true,
  reaches: (_, { hub }: ClusterIdentity) => hub,
})

/** The hub asks this, and an edge sends to it. */
const federation = (asking: Placeable) => {
  const hub = homelab([prometheus, lokiSingle({ otlpLabels: ['cluster.id', 'cluster.role'] }), grafana, asking], {
    role: 'hub',
  })
  const edge = fleet({ shop: { role: 'edge', components: [sender] } })
  return defineFleet({ ...hub, clusters: { ...hub.clusters, ...edge.clusters } })
}
const templating = { list: [choice('cluster', 'Cluster', ['homelab', 'shop'])] }
const asks = (...queries: readonly (object | string)[]) =>
  problemsOf(federation(dashboard({ templating, ...panels(...queries) })))

const cpu = 'node_cpu_seconds_total'
const ofAll = (what: string) =>
  `panel "A" of the dashboard Web takes ${what} of every cluster that sends to homelab as those of one`
const choose = 'choose the clusters: {cluster_id=~"$cluster"}; or keep cluster_id: sum by (cluster_id) (…)'

describe(clusterFilter.because, () => {
  test.each([
    ['a sum over all', `sum(rate(${cpu}[5m]))`],
    ['a sum over whatever says of which it is', `sum(rate(${cpu}{cluster_id!=""}[5m]))`],
    ['a choice of any', `sum(rate(${cpu}{cluster_id=~".+"}[5m]))`],
    ['a grouping by something else', `sum by (instance) (rate(${cpu}[5m]))`],
    ['a label that is taken out', `sum without (cluster_id) (rate(${cpu}[5m]))`],
    ['a second sum, of sums by cluster', `sum(sum by (cluster_id) (${cpu}))`],
    ['what is there as long as one cluster has it', `absent(${cpu})`],
    ['a partner found by what is no more than alike', `count by (instance, cluster_id) (up) * on (instance) ${cpu}`],
  ])('%s', (_, query) => {
    const [first] = asks(query)
    expect(first?.[0]).toBe(panelAt(0))
    expect(first?.[2]).toBe(choose)
  })

  test('is told once a document for each metric', () => {
    expect(asks(`sum(${cpu})`, `avg(${cpu})`, 'count(up)')).toEqual([
      [panelAt(0), ofAll(cpu), choose],
      [panelAt(2), ofAll('up').replace('"A"', '"C"'), choose],
    ])
  })

  test('lines of logs', () => {
    const lines = { expr: 'sum(count_over_time({namespace="web"}[5m]))', datasource: { type: 'loki', uid: 'loki' } }
    expect(asks(lines)).toEqual([[panelAt(0), ofAll('log lines'), choose]])
  })

  test('an alert', () => {
    const rules = { web: [{ alert: 'Down', expr: 'sum(up) == 0' }] }
    expect(problemsOf(federation(prometheus({ name: 'watch', rules })))).toContainEqual([
      expect.stringContaining(`${home}.watch`),
      'alert Down of rules.yml of ConfigMap watch takes up of every cluster that sends to homelab as those of one',
      'keep cluster_id: sum by (cluster_id) (…)',
    ])
  })
})

test.each([
  ['clusters are chosen', `sum(rate(${cpu}{cluster_id=~"$cluster"}[5m]))`],
  ['one is meant', `sum(${cpu}{cluster_id="shop"})`],
  ['each stands for itself', `sum by (cluster_id) (rate(${cpu}[5m]))`],
  ['nothing is added up', cpu],
  ['one is held against another of the same cluster', `${cpu} unless up == 0`],
  ['it is not known of what cluster a series is', 'sum(loki_of_another_version)'],
])('no problem is it where %s', (_, query) => expect(asks(query)).toEqual([]))

test('nor where no other cluster sends anything', () => {
  const alone = [prometheus, grafana, sender, dashboard(panels(`sum(rate(${cpu}[5m]))`))]
  expect(problemsOf(homelab(alone))).toEqual([])
})
