import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { kubeStateMetrics } from '../../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import { nodeExporter } from '../../../generators/catalogue/node-exporter/node-exporter.ts'
import { scraped } from '../../../generators/catalogue/prometheus/jobs/annotated.ts'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'
import { meta, target } from './targets.ts'

const jobs = made(prometheus).files()['jobs.yml']!
const { scrape_configs } = parse(jobs) as { scrape_configs: { job_name: string }[] }
const job = (name: string) => scrape_configs.find(({ job_name }) => job_name === name)

/** Keys of Kubernetes as discovery spells them in the name of a label. */
const spelt = (kind: string, keys: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(keys).map(([key, value]) => [`${kind}_${key.replaceAll(/[./-]/g, '_')}`, value]))

test('these are the jobs', () => {
  expect(scrape_configs.map(({ job_name }) => job_name)).toEqual([
    'prometheus',
    'kubernetes-apiservers',
    'kubernetes-nodes',
    'kubernetes-cadvisor',
    'kube-state-metrics',
    'node-exporter',
    'kubernetes-service-endpoints',
    'kubernetes-pods',
  ])
})

describe('Kubernetes itself', () => {
  test('the API server is asked by its own certificate, and no other Service for it', () => {
    const endpoint = { namespace: 'default', service_name: 'kubernetes', endpointslice_port_name: 'https' }
    expect(target(jobs, 'kubernetes-apiservers', meta(endpoint, '172.18.0.3:6443'))).toEqual({
      __address__: '172.18.0.3:6443',
    })
    expect(target(jobs, 'kubernetes-apiservers', meta({ ...endpoint, namespace: 'shop' }))).toBeUndefined()
    expect(job('kubernetes-apiservers')).toMatchObject({
      scheme: 'https',
      tls_config: { ca_file: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' },
    })
  })

  test.each([
    ['kubernetes-nodes', undefined],
    ['kubernetes-cadvisor', '/metrics/cadvisor'],
  ])('%s asks the kubelet at its own address with the token, not through the API server', (name, path) => {
    expect(target(jobs, name, meta({ node_name: 'kind-worker' }, '172.18.0.2:10250'))).toEqual({
      __address__: '172.18.0.2:10250',
      node: 'kind-worker',
    })
    expect(job(name)).toMatchObject({
      scheme: 'https',
      authorization: { credentials_file: '/var/run/secrets/kubernetes.io/serviceaccount/token' },
      tls_config: { insecure_skip_verify: true },
      kubernetes_sd_configs: [{ role: 'node' }],
      ...(path === undefined ? {} : { metrics_path: path }),
    })
    expect(jobs).not.toContain('proxy')
  })
})

describe('exporters', () => {
  const labelsOf = (place: typeof kubeStateMetrics | typeof nodeExporter, name: string) =>
    made(place, {}, where(name)).object('Service').metadata.labels ?? {}

  test.each([
    ['kube-state-metrics', kubeStateMetrics, {}],
    ['node-exporter', nodeExporter, { node: 'kind-worker' }],
  ] as const)('%s is found by its Service, whatever that is called', (name, place, labels) => {
    const service = spelt('service_label', labelsOf(place, 'by-another-name'))
    const discovered = meta({ ...service, endpointslice_endpoint_node_name: 'kind-worker' })

    expect(target(jobs, name, discovered)).toEqual({ __address__: '10.1.0.7:8080', ...labels })
    expect(target(jobs, name, meta({ service_name: name }))).toBeUndefined()
  })

  test('kube-state-metrics speaks of other Pods than itself, and keeps what it says of them', () => {
    expect(job('kube-state-metrics')).toMatchObject({ honor_labels: true })
    expect(job('node-exporter')).not.toHaveProperty('honor_labels')
  })

  test('neither is found a second time by its annotations', () => {
    for (const place of [kubeStateMetrics, nodeExporter]) {
      const { objects } = made(place)
      expect(JSON.stringify(objects)).not.toContain('prometheus.io/scrape')
    }
  })
})

describe('annotations', () => {
  const pod = { namespace: 'shop', pod_name: 'cart-0', pod_node_name: 'kind-worker' }

  test('a Pod that asks for it is scraped at the port and path that it names', () => {
    const annotations = spelt('pod_annotation', scraped({ port: 9000, path: '/stats' }))
    expect(target(jobs, 'kubernetes-pods', meta({ ...pod, pod_phase: 'Running', ...annotations }))).toEqual({
      __address__: '10.1.0.7:9000',
      __metrics_path__: '/stats',
      namespace: 'shop',
      pod: 'cart-0',
      node: 'kind-worker',
    })
  })

  test('so is a Pod without a port of its own, and at https when it says so', () => {
    const annotations = spelt('pod_annotation', { ...scraped({ port: 9000 }), 'prometheus.io/scheme': 'https' })
    expect(target(jobs, 'kubernetes-pods', meta({ ...pod, ...annotations }, '10.1.0.7'))).toMatchObject({
      __address__: '10.1.0.7:9000',
      __scheme__: 'https',
    })
  })

  test('all ports of a Pod lead to one target, which is scraped once', () => {
    const annotations = spelt('pod_annotation', scraped({ port: 9000 }))
    const [one, other] = ['web', 'proxy'].map((container, index) =>
      target(
        jobs,
        'kubernetes-pods',
        meta({ ...pod, ...annotations, pod_container_name: container }, `10.1.0.7:${index}`),
      ),
    )
    expect(one).toEqual(other)
  })

  test.each(['Pending', 'Succeeded', 'Failed'])('a Pod that is %s is left alone', (phase) => {
    const annotations = spelt('pod_annotation', scraped({ port: 9000 }))
    expect(target(jobs, 'kubernetes-pods', meta({ ...pod, ...annotations, pod_phase: phase }))).toBeUndefined()
  })

  test('a Service that asks for it has its Pods scraped, and named after it', () => {
    const annotations = spelt('service_annotation', scraped({ port: 9000 }))
    expect(
      target(jobs, 'kubernetes-service-endpoints', meta({ ...pod, ...annotations, service_name: 'cart' })),
    ).toEqual({ __address__: '10.1.0.7:9000', namespace: 'shop', pod: 'cart-0', node: 'kind-worker', service: 'cart' })
  })

  test('whoever does not ask is left alone', () => {
    expect(target(jobs, 'kubernetes-pods', meta(pod))).toBeUndefined()
    expect(target(jobs, 'kubernetes-service-endpoints', meta(pod))).toBeUndefined()
  })
})

test('what is told of the labels is what the jobs put on', () => {
  const told = Object.fromEntries(
    made(prometheus)
      .brings('scrapes')
      .map(({ through, labels }) => [through, labels]),
  )
  expect(told).toEqual({
    'job:prometheus': ['job', 'instance'],
    'job:kubernetes-apiservers': ['job', 'instance'],
    'job:kubernetes-nodes': ['job', 'instance', 'node'],
    'job:kubernetes-cadvisor': ['job', 'instance', 'node'],
    'job:kube-state-metrics': ['job', 'instance'],
    'job:node-exporter': ['job', 'instance', 'node'],
    annotations: ['job', 'instance', 'namespace', 'pod', 'node'],
  })
})

test('every exporter is scraped by a job that there is', () => {
  const ways = made(prometheus)
    .brings('scrapes')
    .map(({ through }) => through)
  const offered = [prometheus, kubeStateMetrics, nodeExporter].flatMap((place) =>
    made<object>(place)
      .brings('metrics')
      .flatMap(({ through }) => (through === 'collector' ? [] : [through])),
  )
  expect(offered.filter((through) => !ways.includes(through))).toEqual([])
  expect(offered).toHaveLength(6)
})
