import { describe, expect, test } from 'vitest'
import { at } from '../../../generators/plan/values.ts'
import { collectorIn } from '../opentelemetry/effective.ts'
import { rendered } from '../opentelemetry/federation.ts'

const { config, pod, container, objects, placement } = collectorIn(rendered(), 'edge-1', 'otel-agent')

test('it runs on every node, whatever keeps others away', () => {
  expect(pod.tolerations).toEqual([{ operator: 'Exists' }])
})

describe('the kubelet', () => {
  test('is asked by its node’s address, of the node, its Pods and their containers', () => {
    expect(config.receivers.kubelet_stats).toMatchObject({
      endpoint: `https://\${env:${'K8S_NODE_IP'}}:10250`,
      collection_interval: '30s',
      metric_groups: ['node', 'pod', 'container'],
    })
    expect(container.env).toContainEqual({
      name: 'K8S_NODE_IP',
      valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } },
    })
  })

  test('is asked with no right but to see Pods, and what it measures', () => {
    expect(objects.find(({ kind }) => kind === 'ClusterRole')?.rules).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
      { apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] },
    ])
  })
})

describe('logs', () => {
  test('are read from the node, all but its own, and how far is remembered there', () => {
    expect(config.receivers.file_log).toMatchObject({
      include: ['/var/log/pods/*/*/*.log'],
      exclude: ['/var/log/pods/monitoring_otel-agent-*_*/*/*.log'],
      storage: 'file_storage/offsets',
    })
    expect(config.extensions['file_storage/offsets'].directory).toBe('/var/lib/otelcol/offsets')
    expect(container.volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/lib/otelcol' })
    expect(pod.volumes).toContainEqual({
      name: 'state',
      hostPath: { path: '/var/lib/otel-agent', type: 'DirectoryOrCreate' },
    })
  })

  test('have a service, by the label of their Pod or else by their container', () => {
    expect(config.processors['resource/service'].attributes.map((one: object) => at(one, 'from_attribute'))).toEqual([
      'app.kubernetes.io/name',
      'k8s.container.name',
    ])
    expect(config.service.pipelines.logs.processors).toContain('resource/service')
  })

  test('are asked for by labels that Loki makes an index of: no time, no UID, no node', () => {
    const [logs] = placement.provides.filter((one) => one.kind === 'logs')
    expect(logs?.labels).toEqual([
      'cluster_id',
      'cluster_role',
      'service_name',
      'k8s_container_name',
      'k8s_namespace_name',
      'k8s_pod_name',
      'k8s_deployment_name',
      'k8s_statefulset_name',
      'k8s_daemonset_name',
      'k8s_cronjob_name',
      'k8s_job_name',
    ])
  })
})

test('a workload talks to the agent of its own node; a scraper to each of them', () => {
  const services = objects.filter(({ kind }) => kind === 'Service')
  expect(services.map(({ metadata, spec }) => [metadata.name, spec])).toMatchObject([
    ['otel-agent', { internalTrafficPolicy: 'Local', ports: [{ port: 4317 }, { port: 4318 }] }],
    ['otel-agent-pods', { clusterIP: 'None', ports: [{ port: 8888 }] }],
  ])
  expect(placement.provides).toContainEqual({
    kind: 'endpoint',
    name: 'otlp',
    url: 'http://otel-agent.monitoring.svc.cluster.local:4317',
    pods: { 'app.kubernetes.io/name': 'otel-agent' },
  })
})

test('every attribute that it adds is a label of its series', () => {
  const { metadata, labels } = config.processors.k8s_attributes.extract
  const added = [...metadata, ...labels.map((one: object) => at(one, 'tag_name')), 'cluster.id', 'cluster.role']
  const [scrapes] = placement.provides.filter((one) => one.kind === 'scrapes')
  expect(scrapes?.labels).toEqual(
    expect.arrayContaining(added.map((attribute: string) => attribute.replaceAll(/[./]/g, '_'))),
  )
})
