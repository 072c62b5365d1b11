import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { dashboard, federation } from './federation.ts'

test('a query that adds up the clusters is told', () => {
  const gpus = dashboard({ datasource: 'prometheus', expr: 'count(DCGM_FI_DEV_GPU_UTIL)' })
  expect(problemsOf(federation({ hub: { gpus } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.gpus.dashboards.0.model.panels.0.targets.0.expr',
      'panel "GPUs" of the dashboard GPUs takes DCGM_FI_DEV_GPU_UTIL of every cluster that sends to hub as those of one',
      'choose the clusters: {cluster_id=~"$cluster"}; or keep cluster_id: sum by (cluster_id) (…)',
    ],
  ])
})
