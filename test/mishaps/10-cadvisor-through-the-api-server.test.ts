// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as the collector reads it
import { expect, test } from 'vitest'
import { otelAgent } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { configured, federation } from './federation.ts'

test("an agent that asks cAdvisor through the API server's proxy is told", () => {
  const cadvisor = {
    job_name: 'cadvisor',
    scheme: 'https',
    metrics_path: '/api/v1/nodes/${env:K8S_NODE_NAME}/proxy/metrics/cadvisor',
    static_configs: [{ targets: ['kubernetes.default.svc:443'] }],
  }
  const agent = configured(otelAgent(), {
    receivers: { prometheus: { config: { scrape_configs: [cadvisor] } } },
    service: { pipelines: { metrics: { receivers: ['otlp', 'kubelet_stats', 'prometheus'] } } },
  })
  expect(problemsOf(federation({ everywhere: { 'otel-agent': agent } }))).toEqual(
    ['hub', 'edge-1'].map((cluster) => [
      `clusters.${cluster}.namespaces.observability.otel-agent`,
      "prometheus scrapes cadvisor through the API server's proxy, which needs nodes/proxy and fails in silence",
      'scrape the kubelet itself, https://ADDRESS_OF_THE_NODE:10250/metrics/cadvisor, or take kubelet_stats',
    ]),
  )
})
