import { describe, expect, test } from 'vitest'
import { clusterIdOnEverySeries } from '../../../generators/check/rules/cluster-id-on-every-series.ts'
import {
  grafana,
  kubePrometheusStack,
  lokiSingle,
  otelAgent,
  otelAggregator,
  otelGateway,
  otelScraper,
  prometheus,
  tempo,
} from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { says } from '../../support/says.ts'
import { planned } from './planned.ts'

type Clusters = Parameters<typeof fleet>[0]

const told = (clusters: Clusters) => says(planned(clusterIdOnEverySeries, fleet(clusters)))

const receivers = { otlp: true, remoteWrite: true }
const collectors = [otelAgent(), otelScraper()]
const edge = { role: 'edge', components: [...collectors, otelAggregator()] } as const
const hubWith = (...components: Clusters[string]['components']): Clusters => ({
  hub: { role: 'hub', components: [otelGateway({ address: 'otlp.example.com' }), lokiSingle(), ...components] },
  'edge-1': edge,
})
const at = (component: string, cluster = 'hub') => `clusters.${cluster}.namespaces.monitoring.${component}`
const leave = 'leave that to otelScraper() and otelAgent(), which say the cluster: prometheus({ scrape: false })'

describe(clusterIdOnEverySeries.because, () => {
  test('a Prometheus of the hub scrapes beside its collectors', () => {
    const clusters = hubWith(prometheus({ scrape: true, receivers }), ...collectors)
    const ways =
      'job:prometheus, job:kubernetes-apiservers, job:kubernetes-nodes, job:kubernetes-cadvisor, job:kube-state-metrics, job:node-exporter, annotations'
    expect(told(clusters)).toEqual([
      [at('prometheus'), `prometheus scrapes hub by itself (${ways}), and no cluster_id is on what it finds`, leave],
    ])
  })

  test('an edge has a Prometheus that monitors are for', () => {
    const clusters = {
      ...hubWith(prometheus({ receivers })),
      'edge-1': { ...edge, components: [kubePrometheusStack()] },
    }
    expect(told(clusters)).toEqual([
      [
        at('kube-prometheus-stack', 'edge-1'),
        'kube-prometheus-stack scrapes edge-1 by itself (monitors), and no cluster_id is on what it finds',
        leave,
      ],
    ])
  })

  test('what is counted of traces does not say of whose', () => {
    expect(told(hubWith(prometheus({ receivers }), tempo({ dimensions: ['service.name'] })))).toEqual([
      [
        at('tempo'),
        'tempo sends its series of tempo-metrics-generator by remote-write, and no cluster_id is on them',
        "put cluster_id on them: in tempo(), dimensions: ['cluster.id', 'cluster.role']",
      ],
    ])
  })
})

test('a hub that takes what is sent is right, and so is a cluster of no federation', () => {
  expect(told(hubWith(prometheus({ receivers }), tempo(), grafana(), ...collectors))).toEqual([])
  expect(told({ alone: { components: [prometheus()] } })).toEqual([])
})
