import { describe, expect, test } from 'vitest'
import { clusterIdentity } from '../../../../generators/check/collector/rules/cluster-identity.ts'
import { gatewayWith, pod, wrongIn } from '../sound.ts'

const identity = (action: string) => ({
  resource: {
    attributes: [
      { action, key: 'cluster.id', value: 'hub' },
      { action: 'upsert', key: 'cluster.role', value: 'hub' },
    ],
  },
})

describe(clusterIdentity.because, () => {
  test('what a collector scrapes itself, without cluster.id and cluster.role', () => {
    const config = gatewayWith({
      receivers: { k8s_cluster: {} },
      service: { pipelines: { 'metrics/own': { receivers: ['k8s_cluster'], exporters: ['prometheusremotewrite'] } } },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-cluster-identity',
        'collector.service.pipelines.metrics/own',
        'nothing sets cluster.id on what comes through metrics/own',
        'add a resource processor that upserts cluster.id',
      ],
      [
        'collector-cluster-identity',
        'collector.service.pipelines.metrics/own',
        'nothing sets cluster.role on what comes through metrics/own',
        'add a resource processor that upserts cluster.role',
      ],
    ])
  })

  test('on a node, applications send to it, and must not choose their cluster', () => {
    const traces = { processors: ['resource'] }
    const config = gatewayWith({ processors: identity('insert'), service: { pipelines: { traces } } })
    expect(wrongIn(config, pod({ kind: 'DaemonSet' }))).toContainEqual([
      'collector-cluster-identity',
      'collector.service.pipelines.traces',
      'what comes through traces may bring a cluster.id of its own, which is not replaced',
      'let its resource processor upsert cluster.id',
    ])
  })

  test('a gateway passes on what others have set', () => {
    expect(wrongIn(gatewayWith({}))).toEqual([])
  })

  test('it may be set behind a connector, by every way that leads on', () => {
    const config = (...processors: readonly string[]) =>
      gatewayWith({
        receivers: { k8s_cluster: {} },
        processors: identity('upsert'),
        connectors: { forward: {} },
        service: {
          pipelines: {
            'metrics/own': { receivers: ['k8s_cluster'], exporters: ['forward'] },
            'metrics/1': { receivers: ['forward'], processors: ['resource'], exporters: ['prometheusremotewrite'] },
            'metrics/2': { receivers: ['forward'], processors, exporters: ['prometheusremotewrite'] },
          },
        },
      })
    expect(wrongIn(config('resource'))).toEqual([])
    expect(wrongIn(config()).map(([rule, place]) => [rule, place])).toEqual([
      ['collector-cluster-identity', 'collector.service.pipelines.metrics/own'],
      ['collector-cluster-identity', 'collector.service.pipelines.metrics/own'],
    ])
  })
})
