import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

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
