import { expect, test } from 'vitest'
import { builtFolder } from '../../../generators/import/kustomize/build.ts'
import type { Note } from '../../../generators/import/note.ts'
import { readFolder } from '../../../generators/import/reading/documents.ts'
import { folder } from '../folder.ts'
import { kustomization } from '../objects.ts'

/** What comes out of the folder `app`, and what is told. */
const built = (files: Readonly<Record<string, string>>) => {
  const notes: Note[] = []
  const resources = builtFolder('app', [], { read: readFolder(folder(files)), notes, around: [] })
  return { objects: resources.map(({ object }) => object), notes: notes.map(({ what, why }) => `${what} ${why}`) }
}

const configMap = (name: string, ...more: readonly string[]): string =>
  ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', `  name: ${name}`, ...more].join('\n')

const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web }
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com:5000/web:1.0.0
          env: [{ name: A, value: a }, { name: B, value: b }]
        - name: sidecar
          image: sidecar:2
`

test('a kustomization gathers files and folders, and puts them into its namespace', () => {
  const { objects } = built({
    'app/kustomization.yaml': kustomization('namespace: web', 'resources: [namespace.yaml, ../base, role.yaml]'),
    'app/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: _ }',
    'app/role.yaml': 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: reader }',
    'base/kustomization.yml': kustomization('resources: [a.yaml]'),
    'base/a.yaml': configMap('a'),
  })
  expect(objects.map(({ kind, metadata }) => [kind, metadata])).toEqual([
    ['Namespace', { name: 'web' }],
    ['ConfigMap', { name: 'a', namespace: 'web' }],
    ['ClusterRole', { name: 'reader' }],
  ])
})

test('a folder without a kustomization is taken as a whole, with the folders in it that have one', () => {
  const { objects } = built({
    'app/a.yaml': configMap('a'),
    'app/deep/b.yaml': configMap('b'),
    'app/built/kustomization.yaml': kustomization('resources: [c.yaml]'),
    'app/built/c.yaml': configMap('c'),
    'app/built/not-listed.yaml': configMap('d'),
  })
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(['a', 'b', 'c'])
})

test('patches are laid over what they are for, maps deep and containers by their names', () => {
  const { objects, notes } = built({
    'app/kustomization.yaml': kustomization(
      'resources: [web.yaml]',
      'patches:',
      '  - path: patch.yaml',
      '  - target: { kind: Deploy.* , labelSelector: app=web }',
      '    patch: |',
      '      - { op: replace, path: /spec/replicas, value: 3 }',
      '      - { op: add, path: /spec/template/spec/containers/0/env/-, value: { name: C, value: c } }',
    ),
    'app/web.yaml': deployment,
    'app/patch.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      containers:
        - name: web
          env: [{ name: B, value: patched }]
        - { name: sidecar, $patch: delete }
`,
  })
  expect(objects[0]?.spec).toEqual({
    replicas: 3,
    template: {
      spec: {
        containers: [
          {
            name: 'web',
            image: 'registry.example.com:5000/web:1.0.0',
            env: [
              { name: 'A', value: 'a' },
              { name: 'B', value: 'patched' },
              { name: 'C', value: 'c' },
            ],
          },
        ],
      },
    },
  })
  expect(notes).toEqual([])
})

test('lists of custom resources are replaced as a whole', () => {
  const { objects } = built({
    'app/kustomization.yaml': kustomization(
      'resources: [hr.yaml]',
      'patches: [{ path: patch.yaml, target: { kind: HelmRelease } }]',
    ),
    'app/hr.yaml':
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a }\nspec: { values: { env: [{ name: A }, { name: B }], keep: 1, gone: 2 } }',
    'app/patch.yaml':
      'kind: HelmRelease\nmetadata: { name: _ }\nspec: { values: { env: [{ name: A, value: a }], gone: null } }',
  })
  expect(objects[0]).toMatchObject({ metadata: { name: 'a' } })
  expect(objects[0]?.spec).toEqual({ values: { env: [{ name: 'A', value: 'a' }], keep: 1 } })
})

test('images, replicas, labels and annotations are set', () => {
  const { objects } = built({
    'app/kustomization.yaml': kustomization(
      'resources: [web.yaml]',
      'images: [{ name: "registry.example.com:5000/web", newTag: 2.0.0 }, { name: sidecar, newName: other, digest: "sha256:1" }]',
      'replicas: [{ name: web, count: 5 }]',
      'labels: [{ pairs: { team: a } }]',
      'commonAnnotations: { by: hand }',
    ),
    'app/web.yaml': deployment,
  })
  expect(objects[0]).toMatchObject({
    metadata: { labels: { app: 'web', team: 'a' }, annotations: { by: 'hand' } },
    spec: {
      replicas: 5,
      template: {
        spec: { containers: [{ image: 'registry.example.com:5000/web:2.0.0' }, { image: 'other@sha256:1' }] },
      },
    },
  })
})

test('generated ConfigMaps have no hash, an overlay adds to them, and what is in a Secret is not read', () => {
  const { objects } = built({
    'app/kustomization.yaml': kustomization(
      'resources: [../base]',
      'configMapGenerator: [{ name: values, behavior: merge, files: [b.yaml=own.yaml] }]',
      'secretGenerator: [{ name: token, literals: [token=geheim] }]',
    ),
    'app/own.yaml': 'b: 2',
    'base/kustomization.yaml': kustomization(
      'configMapGenerator: [{ name: values, files: [values.yaml], literals: ["c=3"] }]',
      'generatorOptions: { labels: { made: here } }',
    ),
    'base/values.yaml': 'a: 1',
  })
  expect(objects).toMatchObject([
    {
      kind: 'ConfigMap',
      metadata: { name: 'values', labels: { made: 'here' } },
      data: { 'values.yaml': 'a: 1', c: '3', 'b.yaml': 'b: 2' },
    },
    { kind: 'Secret', metadata: { name: 'token' } },
  ])
  expect(JSON.stringify(objects)).not.toContain('geheim')
})

test('a component changes what is there already', () => {
  const { objects } = built({
    'app/kustomization.yaml': kustomization('resources: [a.yaml]', 'components: [../components/labelled]'),
    'app/a.yaml': configMap('a'),
    'components/labelled/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [b.yaml]\nlabels: [{ pairs: { tier: web } }]',
    'components/labelled/b.yaml': configMap('b'),
  })
  expect(objects.map(({ metadata }) => metadata)).toEqual([
    { name: 'a', labels: { tier: 'web' } },
    { name: 'b', labels: { tier: 'web' } },
  ])
})

test('what is elsewhere, is missing or is not done here is told', () => {
  const { objects, notes } = built({
    'app/kustomization.yaml': kustomization(
      'resources: [https://example.com/all.yaml, missing.yaml, a.yaml, ../app]',
      'namePrefix: my-',
      'patches: [{ target: { name: a }, patch: "[{ op: remove, path: /spec/nothing }]" }]',
    ),
    'app/a.yaml': configMap('a'),
  })
  expect(objects).toHaveLength(1)
  expect(notes).toEqual([
    'namePrefix in app/kustomization.yaml was not applied',
    'https://example.com/all.yaml is on another server, which is not asked',
    'missing.yaml is no file or folder that could be read',
    'ConfigMap a is not changed by the patch in app/kustomization.yaml, which names a path that is not there',
  ])
})
