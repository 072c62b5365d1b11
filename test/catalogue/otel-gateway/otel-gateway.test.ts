import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { datadog, otlpTo, splunk } from '../../../generators/catalogue/otel-gateway/destinations.ts'
import type { OtelGatewayOptions } from '../../../generators/catalogue/otel-gateway/options.ts'
import { otelGateway } from '../../../generators/catalogue/otel-gateway/otel-gateway.ts'
import { checkCollector } from '../../../generators/check/collector/check-collector.ts'
import { collectorPod } from '../../../generators/check/collector/collector-pod.ts'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { fromEnvironment } from '../../../generators/objects/opentelemetry/environment.ts'
import { at } from '../../../generators/plan/values.ts'
import { schemas } from '../../check/schema/package-schemas.ts'
import { noOtelcol, otelcol, saidBy } from '../../support/otelcol.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const home = 'monitoring.svc.cluster.local'
const stores = {
  'otlp-logs': `http://loki-single.${home}:3100/otlp`,
  'otlp-metrics': `http://prometheus.${home}:9090/api/v1/otlp`,
  'otlp-traces': `http://tempo.${home}:4318`,
}
const hub = { ...where('otel-gateway', stores), cluster: { id: 'main', role: 'hub', edges: ['edge-1'] } } as const

const gateway = (options: OtelGatewayOptions = {}) => made(otelGateway, options, hub)
const config = (options?: OtelGatewayOptions) => parse(gateway(options).files()['config.yaml']!)
const spec = (kind: string, options?: OtelGatewayOptions) => gateway(options).object(kind).spec
const services = (options?: OtelGatewayOptions) => gateway(options).objects.filter(({ kind }) => kind === 'Service')

const acme = { attribute: 'tenant', equals: 'acme' }
const destinations = [
  splunk({
    endpoint: 'https://splunk.example.com:8088/services/collector',
    token: secret('splunk'),
    when: { attribute: 'deployment.environment.name', equals: 'production' },
  }),
  otlpTo({ name: 'acme', endpoint: 'https://otlp.acme.example:4318', authorization: secret('acme'), when: acme }),
]

describe('every signal', () => {
  test('goes to the store that the hub has for it, from both ways in', () => {
    const { exporters, service } = config()
    const { pipelines } = service
    expect(
      Object.fromEntries(
        Object.entries<{ receivers: string[]; exporters: string[] }>(pipelines).map(
          ([id, { receivers, exporters: to }]) => [id, [...receivers, ...to.map((one) => exporters[one].endpoint)]],
        ),
      ),
    ).toEqual({
      'logs/edges': ['otlp/edges', stores['otlp-logs']],
      'logs/cluster': ['otlp/cluster', stores['otlp-logs']],
      'metrics/edges': ['otlp/edges', stores['otlp-metrics']],
      'metrics/cluster': ['otlp/cluster', stores['otlp-metrics']],
      'traces/edges': ['otlp/edges', stores['otlp-traces']],
      'traces/cluster': ['otlp/cluster', stores['otlp-traces']],
    })
  })

  test('waits for its store in a queue on the volume, as long as it takes', () => {
    for (const exporter of Object.values<object>(config().exporters)) {
      expect(exporter).toMatchObject({
        retry_on_failure: { max_elapsed_time: 0 },
        // A fifth of 20Gi: three queues, a copy while one is made smaller, and some room.
        sending_queue: { storage: 'file_storage/queue', sizer: 'bytes', queue_size: 4 * 2 ** 30 },
      })
    }
    expect(config().extensions['file_storage/queue'].directory).toBe('/var/lib/otelcol/queue')
    expect(gateway().container('StatefulSet').volumeMounts).toContainEqual({
      name: 'queue',
      mountPath: '/var/lib/otelcol',
    })
  })

  test('says which hub took it in: one value, so that it makes no series of its own', () => {
    expect(config().processors['resource/hub'].attributes).toEqual([
      { action: 'upsert', key: 'hub.received_at', value: fromEnvironment('HUB_ID') },
    ])
    expect(gateway().container('StatefulSet').env).toContainEqual({ name: 'HUB_ID', value: 'main' })
  })

  test('of the hub’s own is the hub’s, whatever its sender says; an edge says itself whose it is', () => {
    const { pipelines } = config().service
    expect(pipelines['traces/cluster'].processors).toEqual(['memory_limiter', 'resource/cluster', 'resource/hub'])
    expect(pipelines['traces/edges'].processors).toEqual(['memory_limiter', 'resource/hub'])
    expect(gateway().container('StatefulSet').env).toEqual(
      expect.arrayContaining([
        { name: 'CLUSTER_ID', value: 'main' },
        { name: 'CLUSTER_ROLE', value: 'hub' },
      ]),
    )
  })
})

describe('from outside', () => {
  const address = 'otlp.hub.example.com'

  test('only who shows a certificate of the federation comes in', () => {
    const { grpc, http } = config({ address }).receivers['otlp/edges'].protocols
    for (const server of [grpc, http]) {
      expect(server.tls).toEqual({
        cert_file: '/etc/otel-gateway/tls.crt',
        key_file: '/etc/otel-gateway/tls.key',
        client_ca_file: '/etc/otel-gateway/ca.crt',
        client_ca_file_reload: true,
        reload_interval: '1m',
      })
    }
    expect(at(spec('Certificate', { address }), 'dnsNames')).toContain(address)
    expect(at(spec('Certificate', { address: '10.1.5.9' }), 'ipAddresses')).toEqual(['10.1.5.9'])
  })

  test('the load balancer leads to the ports that ask for one, and nothing else does', () => {
    const ports = services({ address }).map(({ metadata, spec }) => [
      metadata.name,
      at(spec, 'type') ?? 'inside',
      (at(spec, 'ports') as { port: number; targetPort: string }[])
        .map((one) => `${one.port} ${one.targetPort}`)
        .join(),
    ])
    expect(ports).toEqual([
      ['otel-gateway', 'inside', '4317 otlp-grpc,4318 otlp-http'],
      ['otel-gateway-pods', 'inside', '8888 metrics'],
      ['otel-gateway-edges', 'LoadBalancer', '4317 edges-grpc,4318 edges-http'],
    ])
    expect(gateway().container('StatefulSet').ports).toEqual(
      expect.arrayContaining([
        { name: 'otlp-grpc', containerPort: 4317 },
        { name: 'edges-grpc', containerPort: 14317 },
      ]),
    )
  })

  test.each<[string, OtelGatewayOptions, string | undefined, boolean[]]>([
    ['by its address', { address }, 'https://otlp.hub.example.com:4317', [true]],
    ['without certificates, in the open', { address, mtls: false }, 'http://otlp.hub.example.com:4317', [false]],
    ['not at all', {}, undefined, []],
  ])('it is reached %s', (_, options, outside, doors) => {
    const [endpoint] = gateway(options).brings('endpoint')
    expect(endpoint).toMatchObject({ name: 'otlp', url: `http://otel-gateway.${home}:4317` })
    expect(endpoint?.outside).toBe(outside)
    expect(
      gateway(options)
        .brings('door')
        .map(({ authenticated }) => authenticated),
    ).toEqual(doors)
    expect(services(options).length).toBe(outside === undefined ? 2 : 3)
  })

  test('the provider is told what the fleet says', () => {
    const annotations = { 'external-dns.alpha.kubernetes.io/hostname': address }
    expect(services({ address, loadBalancer: { annotations } }).at(-1)?.metadata.annotations).toEqual(annotations)
  })

  test('without mTLS there is no certificate to wait for', () => {
    const { objects, requires } = gateway({ address, mtls: false })
    expect(objects.map(({ kind }) => kind)).not.toContain('Certificate')
    expect(requires.map(({ kind }) => kind)).not.toContain('crd')
    expect(at(gateway({ mtls: false }).object('StatefulSet'), 'spec.template.spec.volumes')).toHaveLength(1)
  })
})

describe('Pods', () => {
  test('come and go with the load, late and one at a time, and each keeps its queue', () => {
    expect(spec('HorizontalPodAutoscaler')).toMatchObject({
      scaleTargetRef: { kind: 'StatefulSet', name: 'otel-gateway' },
      minReplicas: 2,
      maxReplicas: 5,
      behavior: { scaleDown: { stabilizationWindowSeconds: 3600, policies: [{ type: 'Pods', value: 1 }] } },
    })
    expect(spec('StatefulSet')).toMatchObject({
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      podManagementPolicy: 'Parallel',
      template: { spec: { topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname' }] } },
    })
    // Flux would set it back at each of its rounds.
    expect(spec('StatefulSet')).not.toHaveProperty('replicas')
  })

  test('are as many as the fleet says, where it says one number', () => {
    const options = { replicas: { min: 3, max: 3 } }
    expect(gateway(options).objects.map(({ kind }) => kind)).not.toContain('HorizontalPodAutoscaler')
    expect(spec('StatefulSet', options)).toMatchObject({ replicas: 3 })
  })

  test('take in what still comes before they end', () => {
    expect(gateway().container('StatefulSet').lifecycle).toEqual({ preStop: { sleep: { seconds: 15 } } })
    expect(at(spec('StatefulSet'), 'template.spec.terminationGracePeriodSeconds')).toBe(60)
  })

  test('are scraped one by one', () => {
    expect(gateway().brings('metrics')).toEqual([
      { kind: 'metrics', exporter: 'otel-collector', through: 'collector', target: `otel-gateway-pods.${home}:8888` },
    ])
    expect(at(services()[1], 'spec.clusterIP')).toBe('None')
  })
})

describe('destinations', () => {
  test('get what they are meant to, in queues of their own, and the stores get everything', () => {
    const { connectors, exporters, service } = config({ destinations })
    expect(connectors['routing/logs']).toEqual({
      error_mode: 'ignore',
      default_pipelines: ['logs/stores'],
      table: [
        {
          condition: 'resource.attributes["deployment.environment.name"] == "production"',
          pipelines: ['logs/to-splunk'],
          action: 'copy',
        },
        { condition: 'resource.attributes["tenant"] == "acme"', pipelines: ['logs/to-acme'], action: 'copy' },
      ],
    })
    // Splunk gets logs alone unless it is told more.
    expect(connectors['routing/traces'].table).toHaveLength(1)
    expect(service.pipelines['logs/edges'].exporters).toEqual(['routing/logs'])
    expect(service.pipelines['logs/stores']).toEqual({ receivers: ['routing/logs'], exporters: ['otlp_http/loki'] })
    expect(service.pipelines['logs/to-splunk'].exporters).toEqual(['splunk_hec/to-splunk'])
    // Three stores, logs to Splunk, all three to acme, and two shares of room.
    expect(exporters['splunk_hec/to-splunk'].sending_queue.queue_size).toBe(Math.floor((20 * 2 ** 30) / 9))
  })

  test('are told in secret what is secret', () => {
    const { requires } = gateway({ destinations })
    expect(requires.filter(({ kind }) => kind === 'secret')).toEqual([
      { kind: 'secret', name: 'splunk', keys: ['token'] },
      { kind: 'secret', name: 'acme', keys: ['authorization'] },
    ])
    expect(gateway({ destinations }).container('StatefulSet').env).toEqual(
      expect.arrayContaining([
        { name: 'SPLUNK_SECRET', valueFrom: { secretKeyRef: { name: 'splunk', key: 'token' } } },
        { name: 'ACME_SECRET', valueFrom: { secretKeyRef: { name: 'acme', key: 'authorization' } } },
      ]),
    )
    const { exporters } = config({ destinations })
    expect(exporters['splunk_hec/to-splunk'].token).toBe(fromEnvironment('SPLUNK_SECRET'))
    expect(exporters['otlp_http/to-acme'].headers).toEqual({ authorization: fromEnvironment('ACME_SECRET') })
  })

  test('may take a signal away from the stores, or get all there is', () => {
    const [only, all] = [
      otlpTo({ endpoint: 'https://otlp.acme.example:4318', authorization: secret('acme'), when: acme, keep: false }),
      datadog({ key: secret('datadog'), signals: ['traces'] }),
    ]
    const { connectors, exporters } = config({ destinations: [only, all] })
    expect(connectors['routing/metrics'].table).toMatchObject([{ pipelines: ['metrics/to-otlp'], action: 'move' }])
    expect(connectors['routing/traces'].table[1]).toEqual({
      condition: 'true',
      pipelines: ['traces/to-datadog'],
      action: 'copy',
    })
    expect(exporters['datadog/to-datadog'].api).toEqual({
      key: fromEnvironment('DATADOG_SECRET'),
      site: 'datadoghq.com',
    })
  })
})

const variants: readonly (readonly [string, OtelGatewayOptions])[] = [
  ['the defaults', {}],
  ['the open', { mtls: false, address: 'otlp.hub.example.com' }],
  ['destinations', { address: 'otlp.hub.example.com', destinations }],
  ['one Pod', { replicas: { min: 1, max: 1 }, size: '5Gi' }],
]

/** What the container's environment holds, with something for each Secret. */
const environmentOf = (options: OtelGatewayOptions) =>
  Object.fromEntries(
    (gateway(options).container('StatefulSet').env as { name: string; value?: string }[]).map(({ name, value }) => [
      name,
      value ?? 'hush',
    ]),
  )

describe.each(variants)('with %s', (_, options) => {
  test('no rule about collectors has anything to say', () => {
    const pod = collectorPod(gateway(options).object('StatefulSet'), 'otel-gateway')
    expect(pod).toBeDefined()
    expect(checkCollector(config(options), [], pod)).toEqual([])
  })

  test('everything holds against the schemas of Kubernetes', () => {
    expect(gateway(options).objects.flatMap((object) => validateObject(object, schemas))).toEqual([])
  })

  test.skipIf(otelcol === undefined)(
    otelcol === undefined ? `skipped: ${noOtelcol}` : 'the real collector takes it',
    () => {
      // It opens its files already when it validates.
      const text = gateway(options)
        .files()
        ['config.yaml']!.replaceAll('/var/lib/otelcol', '/tmp/otel-gateway-validated')
      expect(saidBy(parse(text), environmentOf(options))).toBe('')
    },
  )
})
