import { describe, expect, test } from 'vitest'
import { said } from './said.ts'

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
