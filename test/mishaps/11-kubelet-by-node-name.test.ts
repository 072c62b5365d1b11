// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as the collector reads it
import { expect, test } from 'vitest'
import { otelAgent } from '../../generators/fleetwright.ts'
import { kubeletStatsReceiver } from '../../generators/objects/opentelemetry/receivers/kubelet-stats.ts'
import { problemsOf } from '../support/problems.ts'
import { configured, federation } from './federation.ts'

const endpoint = 'https://${env:K8S_NODE_NAME}:10250'

test('by our types it cannot be written', () => {
  // @ts-expect-error: the address is not for choosing
  kubeletStatsReceiver({ endpoint })
})

test('an agent that asks the kubelet by the name of its node is told', () => {
  const agent = configured(otelAgent(), { receivers: { kubelet_stats: { endpoint } } })
  expect(problemsOf(federation({ everywhere: { 'otel-agent': agent } }))).toEqual(
    ['hub', 'edge-1'].map((cluster) => [
      `clusters.${cluster}.namespaces.observability.otel-agent`,
      'kubelet_stats asks the kubelet by the name of its node (K8S_NODE_NAME), which mostly has no DNS',
      "write 'https://${env:K8S_NODE_IP}:10250', with K8S_NODE_IP from the field status.hostIP",
    ]),
  )
})
