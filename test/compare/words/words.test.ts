import { describe, expect, test } from 'vitest'
import { componentChanges } from '../../../generators/compare/changes.ts'
import { wordsOf } from '../../../generators/compare/words/words.ts'
import { pair, type Side } from '../pair.ts'

/** What is said of the component loki, whose objects, values or control change so. */
const said = (before: Side | undefined, after: Side | undefined): readonly string[] => {
  const [compared] = componentChanges([pair({ ...(before && { before }), ...(after && { after }) })])
  return compared === undefined ? [] : wordsOf(compared.change.change, 'loki')
}

const object = (kind: string, rest: string, name = 'loki') => `
apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${rest}`

describe('values', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a retention',
      '{ loki: { limits_config: { retention_period: 168h } } }',
      '{ loki: { limits_config: { retention_period: 336h } } }',
      ['retention 168h → 336h'],
    ],
    [
      'that of a part',
      '{ prometheus: { prometheusSpec: { retention: 10d } } }',
      '{ prometheus: { prometheusSpec: { retention: 15d } } }',
      ['prometheus retention 10d → 15d'],
    ],
    [
      'a volume',
      '{ prometheus: { prometheusSpec: { storageSpec: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 10Gi } } } } } } } }',
      '{ prometheus: { prometheusSpec: { storageSpec: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 50Gi } } } } } } } }',
      ['prometheus storage 10Gi → 50Gi'],
    ],
    [
      'a volume as charts say it',
      '{ singleBinary: { persistence: { size: 10Gi } } }',
      '{ singleBinary: { persistence: { size: 50Gi } } }',
      ['singleBinary storage 10Gi → 50Gi'],
    ],
    [
      'limits that come',
      '{}',
      '{ grafana: { resources: { limits: { cpu: 1, memory: 1Gi } } } }',
      ['grafana cpu limit unset → 1', 'grafana memory limit unset → 1Gi'],
    ],
    ['replicas', '{ replicas: 2 }', '{ replicas: 3 }', ['replicas 2 → 3']],
    ['a tag', '{ image: { tag: 3.1.0 } }', '{ image: { tag: 3.2.0 } }', ['image loki 3.1.0 → 3.2.0']],
    [
      'whatever else',
      '{ grafana: { ui: { theme: light } } }',
      '{ grafana: { ui: { theme: dark } } }',
      ['values.grafana.ui.theme: light → dark'],
    ],
    [
      'a map that comes',
      '{}',
      '{ ingress: { host: a.example.com, className: nginx } }',
      ['values.ingress: unset → {host: a.example.com, className: nginx}'],
    ],
    ['a list', '{ hosts: [a] }', '{ hosts: [a, b] }', ['values.hosts[1]: unset → b']],
    ['a long value', '{ a: x }', `{ a: ${'y'.repeat(80)} }`, [`values.a: x → ${'y'.repeat(39)}…`]],
  ])('%s', (_, before, after, words) => {
    expect(said({ values: before }, { values: after })).toEqual(words)
  })

  test('what is known comes first, and beyond eight lines all is only counted', () => {
    const many = Array.from({ length: 19 }, (_, index) => `v${index}: 1`).join(', ')
    expect(said({ values: '{ retention: 1d }' }, { values: `{ ${many}, retention: 2d }` })).toEqual([
      'retention 1d → 2d',
      ...Array.from({ length: 7 }, (_, index) => `values.v${index}: unset → 1`),
      'and 12 other values',
    ])
  })
})

describe('a chart', () => {
  const source = (tag: string) => `
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: loki }
spec: { ref: { tag: ${tag} } }`

  test('of another version is said once, although what Flux reads says it too', () => {
    expect(
      said(
        { version: '1.0.0', values: '{}', objects: source('1.0.0') },
        { version: '1.1.0', values: '{}', objects: source('1.1.0') },
      ),
    ).toEqual(['chart 1.0.0 → 1.1.0'])
  })

  test('what else changes in how Flux handles it is said', () => {
    const release = (mode: string) => `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: loki }
spec: { driftDetection: { mode: ${mode} }, valuesFrom: [{ kind: ConfigMap, name: ${mode} }] }`
    expect(said({ values: 'a: 1', objects: release('warn') }, { values: 'a: 2', objects: release('enabled') })).toEqual(
      ['values.a: 1 → 2', 'HelmRelease loki: spec.driftDetection.mode warn → enabled'],
    )
  })

  test('that comes or goes is named', () => {
    expect(said(undefined, { values: 'a: 1', version: '6.1.0' })).toEqual(['new: chart loki 6.1.0'])
    expect(said({ values: 'a: 1', version: '6.1.0' }, undefined)).toEqual(['goes away: chart loki 6.1.0'])
  })
})

describe('a workload', () => {
  const pod = (containers: string, name = 'loki') =>
    object('Deployment', `spec: { template: { spec: { containers: [${containers}] } } }`, name)

  test.each<[string, string, string, string[]]>([
    [
      'replicas',
      object('Deployment', 'spec: { replicas: 2 }'),
      object('Deployment', 'spec: { replicas: 3 }'),
      ['replicas 2 → 3'],
    ],
    [
      'replicas of another object',
      object('Deployment', 'spec: { replicas: 2 }', 'web'),
      object('Deployment', 'spec: { replicas: 3 }', 'web'),
      ['web replicas 2 → 3'],
    ],
    [
      'an image',
      pod('{ name: a, image: "docker.io/grafana/grafana:13.0.1" }'),
      pod('{ name: a, image: "docker.io/grafana/grafana:13.0.2" }'),
      ['image grafana 13.0.1 → 13.0.2'],
    ],
    [
      'an image from elsewhere',
      pod('{ name: a, image: "docker.io/a/web:1" }'),
      pod('{ name: a, image: "ghcr.io:443/b/web:1" }'),
      ['image docker.io/a/web:1 → ghcr.io:443/b/web:1'],
    ],
    [
      'a digest alone',
      pod('{ name: a, image: "web:1@sha256:aaaaaaaaaaaa" }'),
      pod('{ name: a, image: "web:1@sha256:bbbbbbbbbbbb" }'),
      ['image web sha256:aaaaaaa → sha256:bbbbbbb'],
    ],
    [
      'limits of a container',
      pod('{ name: proxy, resources: { limits: { memory: 64Mi } } }'),
      pod('{ name: proxy, resources: { limits: { memory: 128Mi }, requests: { cpu: 10m } } }'),
      ['proxy memory limit 64Mi → 128Mi', 'proxy cpu request unset → 10m'],
    ],
    [
      'a container',
      pod('{ name: loki, image: "loki:3" }'),
      pod('{ name: loki, image: "loki:3" }, { name: proxy, image: "proxy:1" }'),
      ['Deployment loki: spec.template.spec.containers[proxy] unset → {name: proxy, image: proxy:1}'],
    ],
    [
      'a flag',
      pod('{ name: loki, args: [run, --retention=10d] }'),
      pod('{ name: loki, args: [run, --web, --retention=15d] }'),
      ['--retention 10d → 15d', '--web added'],
    ],
    [
      'variables',
      pod('{ name: loki, env: [{ name: LEVEL, value: info }, { name: OLD, value: a }] }'),
      pod('{ name: loki, env: [{ name: LEVEL, value: debug }, { name: NEW, value: a }] }'),
      ['variable LEVEL info → debug', 'variable OLD removed', 'variable NEW added'],
    ],
    [
      'a claim',
      object(
        'StatefulSet',
        'spec: { volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: 10Gi } } } }] }',
      ),
      object(
        'StatefulSet',
        'spec: { volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: 50Gi } } } }] }',
      ),
      ['storage 10Gi → 50Gi'],
    ],
  ])('%s', (_, before, after, words) => {
    expect(said({ objects: before }, { objects: after })).toEqual(words)
  })
})

test('a Pod that carries a hash of its configuration restarts', () => {
  const pod = (hash: string) =>
    object('Deployment', `spec: { template: { metadata: { annotations: { fleetwright.dev/config-hash: ${hash} } } } }`)
  expect(said({ objects: pod('a1') }, { objects: pod('b2') })).toEqual(['restarts with its new configuration'])
})

describe('other objects', () => {
  const objects = (...all: string[]) => ({ objects: all.join('\n---') })

  test('that come and go are told by kind', () => {
    const policy = (name: string) => object('NetworkPolicy', '', name)
    expect(said(objects(object('Role', '')), objects(policy('a'), policy('b'), policy('c')))).toEqual([
      '3 NetworkPolicies added: a, b, c',
      'Role loki removed',
    ])
  })

  test('of a new component are an inventory', () => {
    expect(
      said(undefined, objects(object('Deployment', ''), object('Service', '', 'a'), object('Service', '', 'b'))),
    ).toEqual(['new: Deployment, 2 Services'])
  })

  test('with a few differences name them, and with many count them', () => {
    expect(said(objects(object('Role', 'a: 1\nb: 2')), objects(object('Role', 'a: 2\nb: 3')))).toEqual([
      'Role loki: a 1 → 2, b 2 → 3',
    ])
    expect(
      said(objects(object('Role', 'a: 1\nb: 2\nc: 3\nd: 4')), objects(object('Role', 'a: 2\nb: 3\nc: 4\nd: 5'))),
    ).toEqual(['Role loki: 4 values changed'])
  })
})

describe('services', () => {
  const service = (spec: string) => ({ objects: object('Service', `spec: ${spec}`, 'web') })

  test.each<[string, string, string, string]>([
    [
      'a named port',
      '{ ports: [{ name: http, port: 80 }] }',
      '{ ports: [{ name: http, port: 8080 }] }',
      'Service web: port 80 → 8080',
    ],
    [
      'a port without a name',
      '{ ports: [{ port: 80 }] }',
      '{ ports: [{ port: 8080 }] }',
      'Service web: port 80 → 8080',
    ],
    [
      'one more',
      '{ ports: [{ port: 80 }] }',
      '{ ports: [{ port: 80 }, { port: 443 }] }',
      'Service web: port 443 added',
    ],
    ['the type', '{ type: ClusterIP }', '{ type: LoadBalancer }', 'Service web: type ClusterIP → LoadBalancer'],
  ])('%s', (_, before, after, words) => {
    expect(said(service(before), service(after))).toEqual([words])
  })
})

describe('alerts', () => {
  const rules = (...all: string[]) =>
    object('PrometheusRule', `spec: { groups: [{ name: g, rules: [${all.join()}] }] }`)
  const alert = (name: string, rest = 'for: 5m') => `{ alert: ${name}, expr: up, ${rest} }`

  test('that come, go and change are named, and recording rules apart from them', () => {
    expect(
      said(
        { objects: rules(alert('Gone'), alert('Slow'), '{ record: "a:b", expr: up }') },
        { objects: rules(alert('New'), alert('Newer'), alert('Slow', 'for: 10m'), '{ record: "a:b", expr: down }') },
      ),
    ).toEqual([
      '2 alerts added: New, Newer',
      '1 alert removed: Gone',
      '1 alert changed: Slow (for 5m → 10m)',
      '1 recording rule changed: a:b (expr)',
    ])
  })

  test('of a new object are what is said of it', () => {
    expect(
      said(
        { objects: object('Role', '') },
        { objects: [object('Role', ''), rules(alert('A'), alert('B'))].join('\n---') },
      ),
    ).toEqual(['2 alerts added: A, B'])
  })

  test('in the rule file of a ConfigMap are the same', () => {
    const file = (names: string[]) =>
      object(
        'ConfigMap',
        `data:\n  rules.yml: |\n    groups: [{ name: g, rules: [${names.map((name) => alert(name)).join()}] }]\n    x: 1`,
      )
    expect(said({ objects: file(['A']) }, { objects: file(['B', 'A']) })).toEqual(['1 alert added: B'])
  })
})

describe('dashboards', () => {
  const dashboard = (panels: readonly object[], rest = {}) => ({
    objects: object('ConfigMap', `data: { flux.json: ${JSON.stringify(JSON.stringify({ panels, ...rest }))} }`),
  })
  const panel = (title: string, id: number, type = 'stat') => ({ id, title, type, gridPos: { y: id } })

  test('are told by their panels; one that only moved is not one that changed', () => {
    expect(
      said(
        dashboard([panel('A', 1), panel('B', 2)]),
        dashboard([panel('New', 1), panel('A', 2), panel('B', 3, 'graph')]),
      ),
    ).toEqual(['dashboard flux: 1 panel changed, 1 added'])
    expect(said(dashboard([panel('A', 1)]), dashboard([panel('A', 2)]))).toEqual(['dashboard flux: panels moved'])
  })

  test('say what else of them changed', () => {
    expect(said(dashboard([panel('A', 1)], { refresh: '1m' }), dashboard([panel('A', 1)], { refresh: '5m' }))).toEqual([
      'dashboard flux: settings changed',
    ])
  })

  test('come and go by name', () => {
    expect(
      said({ objects: object('Role', '') }, { objects: `${object('Role', '')}\n---${dashboard([]).objects}` }),
    ).toEqual(['dashboard flux added'])
  })
})

describe('Secrets', () => {
  const external = `{ apiVersion: v1, kind: ExternalSecret, metadata: { name: from-vault }, spec: { target: { name: login } } }`
  const encrypted = (password: string) =>
    `{ apiVersion: v1, kind: Secret, metadata: { name: login }, stringData: { password: ${password} }, sops: { mac: x } }`

  test('from another source say from where to where', () => {
    expect(said({ objects: external }, { objects: encrypted('a') })).toEqual([
      'Secret source of login: an ExternalSecret → SOPS',
    ])
  })

  test('never say what is in them', () => {
    const words = said({ objects: encrypted('hunter2') }, { objects: encrypted('swordfish') })
    expect(words).toEqual(['Secret login: what SOPS says changed'])
  })

  test('that get a source say which', () => {
    expect(said({ objects: object('Role', '') }, { objects: `${object('Role', '')}\n---\n${external}` })).toEqual([
      'Secret login comes from an ExternalSecret now',
    ])
  })
})

describe('how the engine handles it', () => {
  const kustomization = (spec: string, from = 'clusters.one.loki') => ({
    control: `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: loki, annotations: { fleetwright.dev/from: ${from} } }
spec: ${spec}`,
  })

  test.each<[string, string, string]>([
    ['{ dependsOn: [{ name: a }] }', '{ dependsOn: [{ name: a }, { name: minio }] }', 'waits for minio now'],
    ['{ dependsOn: [{ name: minio }, { name: a }] }', '{ dependsOn: [{ name: a }] }', 'waits for minio no more'],
    ['{ path: ./apps/base/a/loki }', '{ path: ./apps/dev/a/loki }', 'moves to another folder'],
    ['{ path: ./apps/dev/a/loki }', '{ path: ./apps/clusters/one/a/loki }', 'moves to a folder of its own'],
    ['{}', '{ suspend: true }', 'suspended'],
    ['{ prune: true }', '{ prune: false }', 'leaves behind what goes away now'],
    ['{ interval: 1h }', '{ interval: 10m }', 'interval 1h → 10m'],
    ['{ wait: true }', '{ wait: false }', 'Kustomization loki: spec.wait true → false'],
  ])('from %s to %s: %s', (before, after, words) => {
    expect(said(kustomization(before), kustomization(after))).toEqual([words])
  })

  test('a first dependency is waited for as any other', () => {
    expect(said(kustomization('{}'), kustomization('{ dependsOn: [{ name: minio }] }'))).toEqual([
      'waits for minio now',
    ])
  })

  test('a place that moved in the fleet is no more than that', () => {
    expect(said(kustomization('{}'), kustomization('{}', 'clusters.two.loki'))).toEqual([
      'written elsewhere in the fleet',
    ])
  })

  test('an Application of another chart says so once', () => {
    const application = (version: string, wave: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: a.loki, annotations: { argocd.argoproj.io/sync-wave: '${wave}' } }
spec: { sources: [{ repoURL: ghcr.io/example, chart: loki, targetRevision: ${version} }] }`
    expect(
      said(
        { values: '{}', version: '1.0.0', control: application('1.0.0', '1') },
        { values: '{}', version: '2.0.0', control: application('2.0.0', '2') },
      ),
    ).toEqual(['chart 1.0.0 → 2.0.0', 'sync wave 1 → 2'])
  })
})

test('what the chart makes of it is told by its images and counts', () => {
  const [compared] = componentChanges([pair({ before: { values: '{}' }, after: { values: '{}', version: '2.0.0' } })])
  const [charted] = componentChanges([
    pair({
      before: {
        objects: object(
          'Deployment',
          'spec: { template: { spec: { containers: [{ name: loki, image: "loki:1" }] } } }',
        ),
      },
      after: {
        objects: `${object('Deployment', 'spec: { template: { spec: { containers: [{ name: loki, image: "loki:2" }] } } }')}\n---${object('Service', '')}`,
      },
    }),
  ])
  expect(wordsOf({ ...compared!.change.change, charted: charted!.change.change.objects }, 'loki')).toEqual([
    'chart 1.0.0 → 2.0.0',
    'image loki 1 → 2',
    'out of the chart: 1 object changed, 1 added',
  ])
})
