import { expect, test } from 'vitest'
import { lokiSingle } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { federation } from './federation.ts'

test('a Loki that makes no labels of what says whose lines they are is told', () => {
  expect(problemsOf(federation({ hub: { 'loki-single': lokiSingle() } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.loki-single',
      'loki-single makes no label of cluster.id and cluster.role, so that the lines of hub and its edges cannot be told apart',
      "write otlpLabels: ['cluster.id', 'cluster.role'], which is limits_config.otlp_config in its own words",
    ],
  ])
})
