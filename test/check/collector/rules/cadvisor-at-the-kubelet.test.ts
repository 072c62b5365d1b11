import { describe, expect, test } from 'vitest'
import { cadvisorAtTheKubelet } from '../../../../generators/check/collector/rules/cadvisor-at-the-kubelet.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(cadvisorAtTheKubelet.because, () => {
  test('a job that scrapes every node through the proxy', () => {
    const job = {
      job_name: 'kubernetes-cadvisor',
      relabel_configs: [{ target_label: '__metrics_path__', replacement: '/api/v1/nodes/$1/proxy/metrics/cadvisor' }],
    }
    const config = gatewayWith({
      receivers: { prometheus: { config: { scrape_configs: [{ job_name: 'self' }, job] } } },
      processors: {
        resource: {
          attributes: [
            { action: 'upsert', key: 'cluster.id', value: 'hub' },
            { action: 'upsert', key: 'cluster.role', value: 'hub' },
          ],
        },
      },
      service: {
        pipelines: {
          'metrics/own': { receivers: ['prometheus'], processors: ['resource'], exporters: ['prometheusremotewrite'] },
        },
      },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-cadvisor-at-the-kubelet',
        'collector.receivers.prometheus.config.scrape_configs.1',
        "prometheus scrapes kubernetes-cadvisor through the API server's proxy, which needs nodes/proxy and fails in silence",
        'scrape the kubelet itself, https://ADDRESS_OF_THE_NODE:10250/metrics/cadvisor, or take kubelet_stats',
      ],
    ])
  })
})
