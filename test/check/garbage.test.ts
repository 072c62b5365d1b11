import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockFile } from '../../generators/charts/lock/chart-lock.ts'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { sops } from '../../generators/fleet/secret.ts'
import {
  cloudflareTunnel,
  environment,
  except,
  existing,
  externalSecret,
  flux,
  helmRelease,
  kubePrometheusStack,
  loki,
  manifests,
  minio,
  namespace,
  platformAlerts,
  prometheusOperatorCrds,
  promtail,
  secret,
} from '../../generators/fleetwright.ts'
import { rendered, think } from '../../generators/render.ts'
import { problemsAsJson } from '../../generators/review/problems.ts'
import { placesIn, withAt } from './garbage.ts'

const web = helmRelease({
  name: 'web',
  chart: { url: 'oci://registry.example/charts/web', version: '1.0.0', keys: { replicas: 0, image: { tag: '' } } },
  values: { replicas: 2, image: { tag: '1.0' } },
  timeout: '5m',
})
const container = { name: 'app', image: 'registry.example/app:1', env: [{ name: 'LEVEL', value: 'info' }] }
const app = manifests({
  name: 'app',
  objects: [
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'app', labels: { app: 'app' } },
      spec: {
        serviceName: 'app',
        selector: { matchLabels: { app: 'app' } },
        template: { metadata: { labels: { app: 'app' } }, spec: { containers: [container] } },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'local-path',
              resources: { requests: { storage: '1Gi' } },
            },
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'app' },
      spec: { type: 'NodePort', selector: { app: 'app' }, ports: [{ port: 80, nodePort: 30080 }] },
    },
  ],
  dashboards: [{ name: 'app', model: { uid: 'app', title: 'App' } }],
})

/** A fleet of everything that people write, in which nothing is wrong. */
const good = {
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  base: [loki({ retention: '48h' })],
  environments: {
    dev: environment({ storageClass: 'local-path', privateNetwork: true }, [
      kubePrometheusStack({ retention: '2d', prometheus: { size: '10Gi', nodePort: 30900 } }),
      web({ values: { replicas: 1 } }),
    ]),
  },
  clusters: {
    a: flux({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      storageClass: 'local-path',
      storageClasses: ['slow'],
      exposes: ['etcd'],
      crds: ['external-secrets.io'],
      namespaces: {
        monitoring: namespace(
          {
            mesh: 'none',
            keep: true,
            podSecurity: 'privileged',
            exists: false,
            secrets: {
              'alertmanager-config': existing(),
              'cloudflare-tunnel': externalSecret({ store: 'vault', key: 'tunnel' }),
              'grafana-admin': existing(),
              'grafana-tls': existing(),
              'loki-s3': sops('loki.sops.yaml'),
              'minio-root': existing(),
            },
          },
          [
            prometheusOperatorCrds(),
            kubePrometheusStack({
              grafana: { admin: secret('grafana-admin'), ingress: { host: 'grafana.example.com' } },
              values: { prometheus: { prometheusSpec: { replicas: 1 } }, grafana: { replicas: 1 } },
            }),
            minio({ users: { loki: { secret: secret('loki-s3'), buckets: ['loki-chunks'] } } }),
            loki({ size: '5Gi', resources: { limits: { memory: '1Gi' } } }),
            promtail,
            cloudflareTunnel({ to: 'grafana', token: secret('cloudflare-tunnel'), after: ['loki'] }),
            platformAlerts({ highCPU: { percent: 80, for: '5m' } }),
            web({ version: '1.0.1', values: { image: { tag: '1.1' } } }),
            app(),
          ],
        ),
      },
    }),
  },
  exceptions: [except('pinned-images', { at: 'clusters.a.namespaces.monitoring.app', because: 'it is a test' })],
}

const schemas = loadSchemas(schemaFolder)
const tunnel = 'kind: Secret\nmetadata: { name: loki-s3 }\n'

const problemsOf = (fleet: unknown) => {
  const thought = think(fleet as never)
  const inputs = new Map(thought.reads.map((path) => [path, path === lockFile ? undefined : tunnel]))
  return rendered(thought, { inputs, schemas }).problems
}

const places = placesIn(good)
const garbage = fc.oneof(
  fc.constantFrom(null, undefined, [], {}, '', 0, -1, true, [null], { name: null }, 'a/../b', 'clusters', '__proto__'),
  fc.jsonValue({ maxDepth: 2 }),
)

describe('whatever stands in a fleet, what comes back is problems', () => {
  test('the fleet is good as it is, but for the file of a person', () => {
    expect(problemsOf(good).map(({ rule }) => rule)).toEqual(['encrypted-secrets'])
  })

  test('any value at any place', () => {
    fc.assert(
      fc.property(fc.nat(places.length - 1), garbage, (index, value) => {
        const problems = problemsOf(withAt(good, places[index]!, value))
        for (const { place, reason, fix } of problems) {
          expect([...place, reason, fix].every((text) => typeof text === 'string')).toBe(true)
          expect([reason, fix]).not.toContain('')
          expect(reason).not.toMatch(/\n|Cannot read properties|is not a function|is not iterable/)
        }
        expect(() => problemsAsJson(problems, { file: 'generators/fleet.ts', source: '' })).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })
})
