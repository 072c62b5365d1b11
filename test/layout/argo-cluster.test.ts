import { describe, expect, test } from 'vitest'
import { argo } from '../../generators/fleet/cluster.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { helmComponent } from '../../generators/fleet/define-component.ts'
import { manifests } from '../../generators/fleetwright.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'

const git = { repoURL: 'https://github.com/example/platform', targetRevision: 'main' }

const platform = (...components: readonly Placeable[]) => tree(fleet({ platform: { by: argo, components } }))

test('every object of an Argo CD cluster is as its schema wants it', () => {
  expect(problemsOf(fleet({ platform: { by: argo, components: [store(), sender(), note()] } }))).toEqual([])
})

describe('what Argo CD reads', () => {
  test('is a kustomization of the project, then of each namespace and its Applications', () => {
    const { at, paths } = platform(store(), note())
    expect(paths.filter((path) => path.startsWith('clusters/'))).toEqual([
      'clusters/platform/README.md',
      'clusters/platform/bootstrap.yaml',
      'clusters/platform/appproject.yaml',
      'clusters/platform/kustomization.yaml',
      'clusters/platform/monitoring/kustomization.yaml',
      'clusters/platform/monitoring/store.yaml',
      'clusters/platform/monitoring/note.yaml',
    ])
    expect(at('clusters/platform/kustomization.yaml').resources).toEqual([
      'appproject.yaml',
      'monitoring',
      'monitoring/store.yaml',
      'monitoring/note.yaml',
    ])
    expect(at('clusters/platform/monitoring/kustomization.yaml')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'monitoring',
      components: ['../../../infrastructure/components/namespace-no-istio'],
    })
  })

  test('a namespace of somebody else has Applications, and no Namespace', () => {
    const { at, paths } = tree(fleet({ a: { by: argo, settings: { exists: true }, components: [note()] } }))
    expect(paths).not.toContain('clusters/a/monitoring/kustomization.yaml')
    expect(at('clusters/a/kustomization.yaml').resources).toEqual(['appproject.yaml', 'monitoring/note.yaml'])
  })

  test('Applications stand where Argo CD runs', () => {
    const { at } = tree(
      fleet({ a: { by: (settings) => argo({ ...settings, argo: { namespace: 'gitops' } }), components: [note()] } }),
    )
    expect(at('clusters/a/monitoring/note.yaml').metadata).toMatchObject({
      name: 'monitoring.note',
      namespace: 'gitops',
    })
  })
})

describe('the Application of a release', () => {
  test('takes the chart from its registry, and from the repository the values of all layers, the highest first', () => {
    const { at } = platform(store({ size: '50Gi' }))
    expect(at('clusters/platform/monitoring/store.yaml').spec.sources).toEqual([
      {
        repoURL: 'registry.example/charts',
        chart: 'store',
        targetRevision: '1.2.3',
        helm: {
          releaseName: 'store',
          valueFiles: [
            '$values/apps/base/monitoring/store/values.yaml',
            '$values/apps/dev/monitoring/store/values-dev.yaml',
            '$values/apps/clusters/platform/monitoring/store/values-platform.yaml',
          ],
        },
      },
      { ...git, ref: 'values' },
    ])
  })

  test('takes it from an HTTP repository by its name', () => {
    expect(platform(store(), sender()).at('clusters/platform/monitoring/sender.yaml').spec.sources[0]).toMatchObject({
      repoURL: 'https://charts.example',
      chart: 'sender',
      targetRevision: '0.1.0',
    })
  })

  test('says a version that one layer decides, which then needs no file', () => {
    const { at, paths } = platform(store({ version: '1.3.0' }))
    expect(at('clusters/platform/monitoring/store.yaml').spec.sources[0].targetRevision).toBe('1.3.0')
    expect(paths.filter((path) => path.startsWith('apps/clusters'))).toEqual([])
  })

  test('ignores the differences that its chart forces, each with its reason as a comment', () => {
    const forced = helmComponent({
      name: 'forced',
      tier: 'apps',
      chart: { name: 'forced', url: 'oci://registry.example/charts/forced', version: '1.0.0' },
      options: {},
      values: () => ({}),
      driftIgnore: [{ kind: 'Deployment', paths: ['/spec/replicas'], because: 'the autoscaler writes it' }],
    })
    const { text, at } = platform(forced())
    expect(text('clusters/platform/monitoring/forced.yaml')).toContain(
      `  ignoreDifferences:
    # the autoscaler writes it
    - group: '*'
      kind: Deployment
      jsonPointers:
        - /spec/replicas
`,
    )
    expect(at('clusters/platform/monitoring/forced.yaml').spec.syncPolicy.syncOptions).toContain(
      'RespectIgnoreDifferences=true',
    )
  })
})

test('the Application of plain objects builds the folder of the lowest layer', () => {
  const { at } = platform(note({ size: '2Gi' }))
  expect(at('clusters/platform/monitoring/note.yaml').spec.source).toEqual({
    ...git,
    path: 'apps/clusters/platform/monitoring/note',
  })
})

test('waves follow from who needs whom', () => {
  const { at } = platform(sender(), store(), note())
  const wave = (name: string) =>
    at(`clusters/platform/monitoring/${name}.yaml`).metadata.annotations['argocd.argoproj.io/sync-wave']
  expect([wave('note'), wave('store'), wave('sender')]).toEqual(['1', '1', '2'])
})

describe('the project', () => {
  const ofKind = (kind: string) =>
    manifests({
      name: kind.toLowerCase(),
      objects: [{ apiVersion: 'storage.k8s.io/v1', kind, metadata: { name: 'x' } }],
    })

  test('allows the repositories and namespaces that are used, and no others', () => {
    const { spec } = platform(store(), sender()).at('clusters/platform/appproject.yaml')
    expect(spec.sourceRepos).toEqual([
      'https://charts.example',
      'https://github.com/example/platform',
      'registry.example/charts',
    ])
    expect(spec.destinations).toEqual([
      { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
      { server: 'https://kubernetes.default.svc', namespace: 'monitoring' },
    ])
  })

  test('allows the kinds that plain objects have, and what a chart brings, which only the chart knows', () => {
    const kinds = (...components: readonly Placeable[]) =>
      platform(...components).at('clusters/platform/appproject.yaml').spec.clusterResourceWhitelist
    expect(kinds(note(), ofKind('StorageClass')())).toEqual([
      { group: '', kind: 'Namespace' },
      { group: 'storage.k8s.io', kind: 'StorageClass' },
    ])
    expect(kinds(note(), store())).toEqual([{ group: '*', kind: '*' }])
  })
})

describe('a layer', () => {
  const files = (rendered: ReturnType<typeof tree>, folder: string) =>
    rendered.paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))

  test('that Argo CD alone reads holds the values, one that Flux reads too holds its release as well', () => {
    const alone = tree(fleet({ a: { by: argo, components: [store({ size: '50Gi' })] } }))
    const both = tree(fleet({ a: { by: argo, components: [store({ size: '50Gi' })] }, b: { components: [store()] } }))
    expect(files(alone, 'apps/base/monitoring/store')).toEqual(['values.yaml'])
    expect(files(alone, 'apps/dev/monitoring/store')).toEqual(['values-dev.yaml'])
    expect(files(both, 'apps/base/monitoring/store')).toEqual([
      'kustomization.yaml',
      'helmrelease.yaml',
      'ocirepository.yaml',
      'values.yaml',
      'values-reference.yaml',
    ])
    expect(files(both, 'apps/dev/monitoring/store')).toEqual(['kustomization.yaml', 'values-dev.yaml'])
    expect(files(both, 'apps/clusters/a/monitoring/store')).toEqual(['values-a.yaml'])
  })
})
