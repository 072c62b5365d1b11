import { describe, expect, test } from 'vitest'
import { clusterIdentity } from '../../../../generators/check/collector/rules/cluster-identity.ts'
import { gatewayWith, pod, wrongIn } from '../sound.ts'

const reference = (name: string) => `\${env:${name}}`

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

  test('an id that the environment gives is read as YAML, where 007 is a number', () => {
    const attributes = [{ action: 'upsert', key: 'cluster.id', value: reference('CLUSTER_ID') }]
    const config = gatewayWith({
      processors: { resource: { attributes } },
      service: { pipelines: { traces: { processors: ['resource'] } } },
    })
    const told = (value: string) => wrongIn(config, pod({ env: [{ name: 'CLUSTER_ID', value }] }))
    expect(told('edge-1').filter(([rule]) => rule === clusterIdentity.name)).toEqual([])
    expect(told('007')).toContainEqual([
      'collector-cluster-identity',
      'collector.processors.resource.attributes.0.value',
      `cluster.id comes from ${reference('CLUSTER_ID')}, which is '007', and arrives as 7`,
      'give the cluster an id with a letter that is not read as a number or a truth, such as edge-1',
    ])
    expect(told('').map(([, , reason]) => reason)).toContain(
      `cluster.id comes from ${reference('CLUSTER_ID')}, which is '', and arrives as nothing`,
    )
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
