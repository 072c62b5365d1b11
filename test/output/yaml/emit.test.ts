import { ConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { expect, test } from 'vitest'
import { toYaml } from '../../../generators/output/yaml/emit.ts'

test('an object is written in blocks, its lists indented under their key', () => {
  expect(
    toYaml({
      interval: '1h',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      dependsOn: [{ name: 'crds', namespace: 'monitoring' }, { name: 'cert-manager' }],
      matrix: [[1, 2], [], {}, null],
      'values.yaml': 'retention: 10d\nsize: 10Gi\n',
      scripts: ['set -e\nrun', 'one line'],
      empty: {},
      none: [],
    }),
  ).toBe(`\
interval: 1h
prune: true
sourceRef:
  kind: GitRepository
  name: flux-system
dependsOn:
  - name: crds
    namespace: monitoring
  - name: cert-manager
matrix:
  - - 1
    - 2
  - []
  - {}
  - null
values.yaml: |
  retention: 10d
  size: 10Gi
scripts:
  - |-
    set -e
    run
  - one line
empty: {}
none: []
`)
})

test('a Kubernetes object opens with what it is, wherever its members stood', () => {
  expect(
    toYaml({
      stringData: { password: 'x' },
      type: 'Opaque',
      spec: { kind: 'b', apiVersion: 'a' },
      metadata: { uid: '1', annotations: {}, labels: {}, namespace: 'monitoring', name: 'grafana' },
      kind: 'Secret',
      apiVersion: 'v1',
    }),
  ).toBe(`\
apiVersion: v1
kind: Secret
metadata:
  name: grafana
  namespace: monitoring
  labels: {}
  annotations: {}
  uid: '1'
type: Opaque
spec:
  kind: b
  apiVersion: a
stringData:
  password: x
`)
})

test('any other map keeps the order of its keys', () => {
  expect(toYaml({ kind: 'a', spec: {}, metadata: { namespace: 'b', name: 'c' } })).toBe(`\
kind: a
spec: {}
metadata:
  namespace: b
  name: c
`)
})

test('a member that is undefined is left out, an item becomes null', () => {
  expect(toYaml({ a: undefined, b: [undefined, 1], c: { d: undefined } })).toBe(`\
b:
  - null
  - 1
c: {}
`)
})

test('a model of kubernetes-models is written as the object it stands for, also inside another', () => {
  const model = new ConfigMap({ metadata: { name: 'a' }, data: { on: 'yes' } })

  expect(toYaml(model)).toBe(
    toYaml({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { on: 'yes' } }),
  )
  expect(toYaml({ items: [model] })).toBe(`\
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata:
      name: a
    data:
      'on': 'yes'
`)
})

test('a comment stands above its key or item, on one line', () => {
  const comments = new Map([
    ['/spec', 'what is wanted'],
    ['/spec/interval', 'slow,\nbecause a webhook tells us'],
    ['/spec/charts/0/version', 'renovate: datasource=docker'],
    ['/spec/charts/1', 'an item'],
    ['/spec/a~1b~0c', 'a key with a slash and a tilde'],
    ['/nowhere', 'never seen'],
  ])

  expect(toYaml({ spec: { interval: '1h', charts: [{ version: '1.2.3' }, 'x'], 'a/b~c': 1 } }, comments)).toBe(`\
# what is wanted
spec:
  # slow, because a webhook tells us
  interval: 1h
  charts:
    - # renovate: datasource=docker
      version: 1.2.3
    # an item
    - x
  # a key with a slash and a tilde
  a/b~c: 1
`)
})

test('a key beyond what readers search for its colon is announced', () => {
  const long = 'k'.repeat(1025)

  expect(toYaml({ a: { [long]: { b: 1 } } })).toBe(`a:\n  ? ${long}\n  :\n    b: 1\n`)
})

test.each([
  ['text', 'text\n'],
  ['a\nb', '"a\\nb"\n'],
  [null, 'null\n'],
  [[], '[]\n'],
  [{}, '{}\n'],
  [['a'], '- a\n'],
])('a document may be %j alone', (value, yaml) => {
  expect(toYaml(value)).toBe(yaml)
})

test('what is no data is refused', () => {
  expect(() => toYaml({ a: () => 1 })).toThrow('YAML knows no function: () => 1')
  expect(() => toYaml([Symbol('b')])).toThrow('YAML knows no symbol: Symbol(b)')
  expect(() => toYaml({ a: Number.NaN })).toThrow('Kubernetes knows no NaN')
})
