import { expect, test } from 'vitest'
import { grafana } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { changed, federation } from './federation.ts'

test("a Grafana whose ConfigMap with the dashboard provider is in nobody's kustomization is told", () => {
  const withoutProvider = changed(grafana(), (object) => (object.kind === 'ConfigMap' ? undefined : object))
  expect(problemsOf(federation({ hub: { grafana: withoutProvider } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.grafana',
      'grafana refers to the ConfigMap grafana, and nothing brings it to observability-hub',
      'add it to the objects of a component in this namespace, or correct the name',
    ],
  ])
})

test('ours stands beside what mounts it, in its kustomization', () => {
  const { at } = tree(federation())
  const folder = 'apps/base/observability-hub/grafana'
  expect(at(`${folder}/kustomization.yaml`).resources).toContain('configmap.yaml')
  expect(Object.keys(at(`${folder}/configmap.yaml`).data)).toContain('dashboards.yaml')
})
