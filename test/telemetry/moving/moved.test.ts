import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import fleet from '../../../generators/fleet.ts'
import type { Container } from '../../../generators/telemetry/container.ts'
import type { Federation } from '../../../generators/telemetry/federation.ts'
import { addressesOf } from '../../../generators/telemetry/moving/addresses.ts'
import { moved } from '../../../generators/telemetry/moving/moved.ts'
import type { Replacement } from '../../../generators/telemetry/moving/replacement.ts'
import { collector, committedFederation, plainAddresses } from '../tree.ts'

const here = { addresses: plainAddresses, root: '/here' }

test.each([
  ['where it listens', 'endpoint: 0.0.0.0:4317', 'endpoint: 127.0.0.1:24317'],
  ['where it listens, in two settings', 'host: 0.0.0.0\nport: 8888', 'host: 127.0.0.1\nport: 28888'],
  ['its own port, which it asks', 'targets: [127.0.0.1:4317]', 'targets:\n  - 127.0.0.1:24317'],
  ['a Service', 'endpoint: http://loki.watch.svc.cluster.local:3100/otlp', 'endpoint: http://127.0.0.1:33100/otlp'],
  ['another cluster', 'endpoint: otlp.example.com:4317', 'endpoint: 127.0.0.1:34317'],
  ['its node', `endpoint: 'https://\${env:K8S_NODE_IP}:10250'`, `endpoint: https://\${env:K8S_NODE_IP}:50250`],
  [
    'discovery by DNS',
    'dns_sd_configs: [{ names: [a.b.svc.cluster.local], type: A, port: 8080 }]',
    'static_configs:\n  - targets:\n      - 127.0.0.1:38080',
  ],
  ['a folder of a volume', 'directory: /var/lib/otelcol/queue', 'directory: /here/var/lib/otelcol/queue'],
  ['its service account', 'k8s_attributes:\n  auth_type: serviceAccount', 'k8s_attributes:\n  auth_type: kubeConfig'],
])('%s is here another', (_, was, is) => {
  expect(moved(collector(was), here).files.get('/etc/otelcol/config.yaml')).toBe(`${is}\n`)
})

test.each([
  ['the port of somebody else', 'targets:\n  - 127.0.0.1:9999'],
  ['a path outside its volumes', 'directory: /var/lib/other'],
  ['a statement', `- replace_pattern(log.body, "[^/var/lib/otelcol]+@0.0.0.0:4317", "[email]")`],
  ['a version and a time', 'image: registry.example.com/agent:1.2.3\ninterval: 30s'],
])('%s stays as it is', (_, text) => {
  expect(moved(collector(text), here)).toMatchObject({
    files: new Map([['/etc/otelcol/config.yaml', `${text}\n`]]),
    replacements: [{ in: 'env', at: ['KUBECONFIG'] }],
  })
})

test('arguments and variables are moved too, and what is replaced is told', () => {
  const container = collector('{}', {
    args: ['--config=/etc/otelcol/config.yaml', '--feature=on'],
    env: [
      { name: 'OTLP_ENDPOINT', value: 'gateway.watch.svc.cluster.local:4317' },
      { name: 'CLUSTER_ID', value: 'paris' },
      { name: 'K8S_NODE_NAME', field: 'spec.nodeName' },
    ],
  })
  expect(moved(container, here)).toMatchObject({
    args: ['--config=/here/etc/otelcol/config.yaml', '--feature=on'],
    env: { OTLP_ENDPOINT: '127.0.0.1:34317', CLUSTER_ID: 'paris', K8S_NODE_NAME: 'node-1' },
    replacements: [
      {
        in: 'args',
        at: ['0'],
        kind: 'path',
        was: '--config=/etc/otelcol/config.yaml',
        is: '--config=/here/etc/otelcol/config.yaml',
      },
      { in: 'env', at: ['OTLP_ENDPOINT'], kind: 'address', was: 'gateway.watch.svc.cluster.local:4317' },
      { in: 'env', at: ['KUBECONFIG'], kind: 'credentials', was: undefined, is: '/here/here/kubeconfig' },
    ],
  })
})

// Whoever made the fleet their own may have no hub.
describe.runIf(fleet.repository.url === 'https://github.com/example/platform')(
  'of every container of the committed hub and edge',
  () => {
    let containers: readonly Container[]
    let federation: Federation
    beforeAll(async () => {
      federation = await committedFederation()
      containers = [...federation.hub.containers, ...federation.edge.containers]
    }, 120_000)

    const all = () => {
      const addresses = addressesOf(federation, 20_400)
      return containers.map((container) => moved(container, { addresses, root: '/here' }))
    }

    test('nothing is replaced but addresses, paths and credentials', () => {
      expect(containers.map(({ cluster, name }) => `${cluster}/${name}`).sort()).toEqual([
        'edge-1/otel-agent',
        'edge-1/otel-aggregator',
        'edge-1/otel-scraper',
        'hub/loki-single',
        'hub/otel-agent',
        'hub/otel-gateway',
        'hub/otel-scraper',
        'hub/prometheus',
      ])
      const texts = all().flatMap(({ replacements }) => replacements.map(({ kind, is }) => [kind, JSON.stringify(is)]))
      const looks = {
        address: /127\.0\.0\.1|:20\d{3}|"[^"]*=?20\d{3}"|^20\d{3}$/,
        path: /^"(-[^=]*=)?\/here\//,
        credentials: /kubeConfig|\/here\/here\//,
      }
      expect(texts.filter(([kind, text]) => !looks[kind as keyof typeof looks].test(text!))).toEqual([])
    })

    test('the rest of their configurations, arguments and variables is what the tree says', () => {
      for (const { container, files, args, env, replacements } of all()) {
        for (const { path, files: given = {} } of container.mounts) {
          for (const [name, text] of Object.entries(given)) {
            const places = replacements.filter((one) => one.in === name)
            expect(without(parse(files.get(`${path}/${name}`)!), places)).toEqual(without(parse(text), places))
          }
        }
        const inArgs = new Set(
          replacements.flatMap((one) => (one.in === 'args' && one.at[0] ? [Number(one.at[0])] : [])),
        )
        const kept = container.args.filter((_, index) => !inArgs.has(index))
        expect(args.slice(0, container.args.length).filter((_, index) => !inArgs.has(index))).toEqual(kept)
        const inEnv = new Set(replacements.flatMap((one) => (one.in === 'env' ? one.at : [])))
        for (const variable of container.env) {
          if ('value' in variable && !inEnv.has(variable.name)) expect(env[variable.name]).toBe(variable.value)
        }
        expect(Object.keys(env).filter((name) => !container.env.some((one) => one.name === name))).toEqual(
          container.program === 'otelcol' ? ['KUBECONFIG'] : [],
        )
      }
    })

    test('what they send to is what runs here, or somebody stands in for it, and the edge comes in where a certificate is asked for', () => {
      const addresses = addressesOf(federation, 20_400)
      const [gateway] = federation.hub.containers.filter(({ name }) => name === 'otel-gateway')
      expect(addresses.called('edge-1', 'otlp.hub.example.com', 4317)).toBe(addresses.own(gateway!, 14317))
      expect(addresses.called('hub', 'otel-gateway.observability-hub.svc.cluster.local', 4317)).toBe(
        addresses.own(gateway!, 4317),
      )
      expect(addresses.elsewhere()).toEqual([])
      const called = addresses.called('edge-1', 'dcgm-exporter.observability.svc.cluster.local', 9400)
      expect(addresses.elsewhere()).toEqual([
        { cluster: 'edge-1', host: 'dcgm-exporter.observability.svc.cluster.local', port: 9400, here: called },
      ])
    })
  },
)

/** A configuration without what stands at these places, nor what came in its place. */
const without = (config: unknown, places: readonly Replacement[]): unknown => {
  const left = structuredClone(config)
  for (const { at, is } of places) {
    const owner = at.slice(0, -1).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], left)
    const members = typeof is === 'object' && is !== null ? Object.keys(is) : []
    for (const key of [at.at(-1)!, ...members]) {
      if (Array.isArray(owner)) owner[Number(key)] = 'replaced'
      else delete (owner as Record<string, unknown>)[key]
    }
  }
  return left
}
