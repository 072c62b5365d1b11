import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { dashboard, federation } from './federation.ts'

test('a panel that names a UID which no datasource has is told', () => {
  const gpus = dashboard({ datasource: 'prometheus-federated', expr: 'count by (cluster_id) (DCGM_FI_DEV_GPU_UTIL)' })
  expect(problemsOf(federation({ hub: { gpus } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.gpus.dashboards.0.model.panels.0.datasource',
      'panel "GPUs" of the dashboard GPUs asks the datasource prometheus-federated, which does not exist in hub',
      'write prometheus',
    ],
  ])
})
