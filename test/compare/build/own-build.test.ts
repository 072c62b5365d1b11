import { expect, test } from 'vitest'
import { ownBuild } from '../../../generators/compare/build/own-build.ts'
import { parsing } from '../../../generators/compare/build/parsing.ts'
import { stateReader } from '../../../generators/compare/state-reader.ts'
import { stateWith } from '../states.ts'

const build = (files: Readonly<Record<string, string>>, folder = 'apps/base/web') =>
  ownBuild(parsing())(stateReader(stateWith(files)), folder)

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n'

const folder = (kustomization: string, more: Readonly<Record<string, string>> = {}) => ({
  'apps/base/web/kustomization.yaml': kustomization,
  'apps/base/web/service.yaml': service,
  ...more,
})

test('an object comes with the file that it stands in', () => {
  expect(build(folder('namespace: shop\nresources: [service.yaml]\n'))).toEqual([
    {
      object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' } },
      file: 'apps/base/web/service.yaml',
    },
  ])
})

test('layers are laid over each other: namespace, ConfigMap and patches', () => {
  const files = {
    ...folder('resources: [service.yaml]\nconfigMapGenerator: [{ name: values, files: [values.yaml] }]\n', {
      'apps/base/web/values.yaml': 'size: 1\n',
    }),
    'apps/dev/web/values-dev.yaml': 'size: 2\n',
    'apps/dev/web/kustomization.yaml': `
namespace: shop
resources: [../../base/web]
configMapGenerator: [{ name: values, behavior: merge, files: [values-dev.yaml] }]
patches:
  - target: { version: v1, kind: Service, name: web }
    patch: |
      - { op: add, path: /metadata/labels, value: { tier: front } }
`,
  }
  expect(build(files, 'apps/dev/web')?.map(({ object }) => object)).toEqual([
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop', labels: { tier: 'front' } } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'values', namespace: 'shop' },
      data: { 'values.yaml': 'size: 1\n', 'values-dev.yaml': 'size: 2\n' },
    },
  ])
})

test('a patch may delete what it means', () => {
  const patch = 'patch: "{ $patch: delete, apiVersion: v1, kind: Service, metadata: { name: web } }"'
  expect(
    build(folder(`resources: [service.yaml]\npatches: [{ target: { kind: Service, name: web }, ${patch} }]\n`)),
  ).toEqual([])
})

test('files that are not wanted are left out unread', () => {
  const files = folder('resources: [service.yaml, broken.yaml]\n', { 'apps/base/web/broken.yaml': ': :' })
  const tree = stateReader(stateWith(files))
  const wanted = (file: string) => file.endsWith('service.yaml')
  expect(ownBuild(parsing())(tree, 'apps/base/web', { wanted })).toHaveLength(1)
})

test('what clusters patch alike is one and the same object', () => {
  const overlay = (size: number) => `
resources: [../../base/web]
patches: [{ target: { kind: Service, name: web }, patch: '[{ op: add, path: /spec, value: { size: ${size} } }]' }]
`
  const tree = stateReader(
    stateWith({
      ...folder('resources: [service.yaml]\n'),
      'apps/clusters/a/kustomization.yaml': overlay(1),
      'apps/clusters/b/kustomization.yaml': overlay(1),
      'apps/clusters/c/kustomization.yaml': overlay(2),
    }),
  )
  const own = ownBuild(parsing())
  const [a, b, c] = ['a', 'b', 'c'].map((name) => own(tree, `apps/clusters/${name}`)?.[0]?.object)
  expect(a).toBe(b)
  expect(a).not.toBe(c)
})

test.each([
  ['a generator of Secrets', 'secretGenerator: [{ name: token, literals: [a=b] }]'],
  ['charts', 'helmCharts: [{ name: web }]'],
  ['literals', 'configMapGenerator: [{ name: values, literals: [a=b] }]'],
  ['a key of its own', 'configMapGenerator: [{ name: values, files: [key=service.yaml] }]'],
  ['a patch by merging', 'patches: [{ target: { kind: Service }, patch: "{ spec: { type: NodePort } }" }]'],
  ['a patch that meets nothing', 'patches: [{ target: { kind: Service }, patch: "[{ op: remove, path: /spec }]" }]'],
  ['a target by labels', 'patches: [{ target: { labelSelector: a=b }, patch: "[]" }]'],
  ['a target that is a pattern', 'patches: [{ target: { name: w.* }, patch: "[]" }]'],
  ['a file that is not there', 'configMapGenerator: [{ name: values, files: [values.yaml] }]'],
  ['a folder that is not there', 'components: [../nowhere]'],
  ['a folder elsewhere', 'components: ["https://example.com/folder"]'],
  ['a misspelt key', 'resource: [service.yaml]'],
  ['itself', 'components: [../web]'],
  ['the same object twice', 'components: [../twin]'],
])('a kustomization with %s is left to kustomize', (_, line) => {
  const twin = { 'apps/base/twin/kustomization.yaml': 'resources: [one.yaml]', 'apps/base/twin/one.yaml': service }
  expect(build(folder(`resources: [service.yaml]\n${line}\n`, twin))).toBeUndefined()
})

test.each([
  ['no YAML', '{'],
  ['a list of objects', 'apiVersion: v1\nkind: ConfigMapList\nmetadata: { name: many }\n'],
  ['no object', 'just: this\n'],
  [
    'a Service of another object',
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: hook }\n',
  ],
])('a file with %s is left to kustomize', (_, text) => {
  expect(
    build(folder('namespace: shop\nresources: [service.yaml, more.yaml]\n', { 'apps/base/web/more.yaml': text })),
  ).toBeUndefined()
})
