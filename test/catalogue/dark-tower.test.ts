import { describe, expect, test } from 'vitest'
import { at } from '../../generators/plan/values.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { darkTower } from './dark-tower.ts'

const rendered = tree(darkTower())

test('a cluster that is watched by plain objects has no problems', () => {
  expect(problemsOf(darkTower())).toEqual([])
})

test('the agent waits for Loki; nobody waits for definitions of an operator', () => {
  const waits = (name: string) => at(rendered.at(`clusters/dark-tower/observability/${name}.yaml`), 'spec.dependsOn')
  expect(waits('alloy-agent')).toEqual([{ name: expect.stringContaining('loki-single') }])
  expect(waits('grafana')).toBeUndefined()
  expect(rendered.paths.filter((path) => path.includes('crds'))).toEqual([])
})

describe('layers', () => {
  test('the base holds what all clusters share, under its usual names', () => {
    expect(rendered.at('apps/base/observability/prometheus/configmap.yaml').data['prometheus.yml']).toContain('15d')
    expect(rendered.text('apps/base/observability/alloy-agent/configmap.yaml')).toContain(
      'http://loki-single.observability.svc.cluster.local:3100/loki/api/v1/push',
    )
  })

  test('the cluster’s retention changes what it is about, and not the jobs', () => {
    const overlay = rendered.text('apps/clusters/dark-tower/observability/prometheus/kustomization.yaml')
    expect(overlay).toContain('time: 2d')
    expect(overlay).toContain('fleetwright.dev~1config-hash')
    expect(overlay).not.toContain('job_name')
  })

  test('Grafana is given the datasources that this cluster has', () => {
    const overlay = rendered.text('apps/clusters/dark-tower/observability/grafana/kustomization.yaml')
    expect(overlay).toContain('url: http://prometheus.observability.svc.cluster.local:9090')
    expect(overlay).toContain('url: http://loki-single.observability.svc.cluster.local:3100')
  })

  test('a component that the cluster has nothing to say about stands in the base alone', () => {
    expect(rendered.paths.filter((path) => path.includes('node-exporter'))).toEqual([
      'apps/base/observability/node-exporter/kustomization.yaml',
      'apps/base/observability/node-exporter/service.yaml',
      'apps/base/observability/node-exporter/daemonset.yaml',
      'clusters/dark-tower/observability/node-exporter.yaml',
    ])
  })
})

test('what keeps data is kept off nodes that are no place for it', () => {
  const backup = { nodes: ['worker04'], stateful: false }
  const apart = tree(darkTower([], { nodePools: { backup } }))
  for (const name of ['prometheus', 'loki-single']) {
    expect(apart.text(`apps/clusters/dark-tower/observability/${name}/kustomization.yaml`)).toContain('worker04')
  }
})
