import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { federation, gateway, podded } from './federation.ts'

test('a gateway that may not write to the volume of its queue is told', () => {
  const rootsOwn = podded(gateway, 'StatefulSet', { spec: { securityContext: { fsGroup: null } } })
  expect(problemsOf(federation({ hub: { 'otel-gateway': rootsOwn } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.otel-gateway',
      'file_storage/queue cannot write to /var/lib/otelcol/queue: a new volume belongs to root, and StatefulSet otel-gateway runs as user 10001 without an fsGroup',
      "add to the Pod's securityContext: fsGroup: 10001",
    ],
  ])
})
