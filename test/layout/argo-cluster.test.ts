import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { argo } from '../../generators/fleet/cluster.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { helmComponent } from '../../generators/fleet/define-component.ts'
import { helmRelease, manifests } from '../../generators/fleetwright.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'

const git = { repoURL: 'https://github.com/example/platform', targetRevision: 'main' }

const platform = (...components: readonly Placeable[]) => tree(fleet({ platform: { by: argo, components } }))

/** The project and the Application of a component in a cluster that has these. */
const filed = (name: string, ...components: readonly Placeable[]) => {
  const text = platform(...components).text(`clusters/platform/monitoring/${name}.yaml`)
  const [project, application] = parseAllDocuments(text).map((document) => document.toJS())
  return { text, project, application }
}

test('every object of an Argo CD cluster is as its schema wants it', () => {
  expect(problemsOf(fleet({ platform: { by: argo, components: [store(), sender(), note()] } }))).toEqual([])
})

describe('what Argo CD reads', () => {
  test('is a kustomization of each namespace and its Applications', () => {
    const { at, paths } = platform(store(), note())
    expect(paths.filter((path) => path.startsWith('clusters/'))).toEqual([
      'clusters/platform/README.md',
      'clusters/platform/bootstrap.yaml',
      'clusters/platform/kustomization.yaml',
      'clusters/platform/monitoring/kustomization.yaml',
      'clusters/platform/monitoring/store.yaml',
      'clusters/platform/monitoring/note.yaml',
    ])
    expect(at('clusters/platform/kustomization.yaml').resources).toEqual([
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
    expect(at('clusters/a/kustomization.yaml').resources).toEqual(['monitoring/note.yaml'])
  })

  test('stands where Argo CD runs', () => {
    const by: typeof argo = (settings) => argo({ ...settings, argo: { namespace: 'gitops' } })
    const { text } = tree(fleet({ a: { by, components: [note()] } }))
    const homes = ['monitoring/note.yaml', 'bootstrap.yaml'].flatMap((file) =>
      parseAllDocuments(text(`clusters/a/${file}`)).map((one) => one.getIn(['metadata', 'namespace'])),
    )
    expect(new Set(homes)).toEqual(new Set(['gitops']))
  })
})

describe('the Application of a release', () => {
  test('takes the chart from its registry, and from the repository the values of all layers, the highest first', () => {
    expect(filed('store', store({ size: '50Gi' })).application.spec.sources).toEqual([
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
    expect(filed('sender', store(), sender()).application.spec.sources[0]).toMatchObject({
      repoURL: 'https://charts.example',
      chart: 'sender',
      targetRevision: '0.1.0',
    })
  })

  test('says a version that one layer decides, which then needs no file', () => {
    expect(filed('store', store({ version: '1.3.0' })).application.spec.sources[0].targetRevision).toBe('1.3.0')
    expect(platform(store({ version: '1.3.0' })).paths).not.toContainEqual(expect.stringContaining('apps/clusters'))
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
    const { text, application } = filed('forced', forced())
    expect(text).toContain(
      `  ignoreDifferences:
    # the autoscaler writes it
    - group: '*'
      kind: Deployment
      jsonPointers:
        - /spec/replicas
`,
    )
    expect(application.spec.syncPolicy.syncOptions).toContain('RespectIgnoreDifferences=true')
  })
})

test('the Application of plain objects builds the folder of the lowest layer', () => {
  expect(filed('note', note({ size: '2Gi' })).application.spec.source).toEqual({
    ...git,
    path: 'apps/clusters/platform/monitoring/note',
  })
})

test('waves follow from who needs whom', () => {
  const wave = (name: string) =>
    filed(name, sender(), store(), note()).application.metadata.annotations['argocd.argoproj.io/sync-wave']
  expect([wave('note'), wave('store'), wave('sender')]).toEqual(['1', '1', '2'])
})

describe('a project', () => {
  const server = 'https://kubernetes.default.svc'

  test('of the whole allows Namespaces, projects and Applications, and nothing else', () => {
    const documents = parseAllDocuments(platform(store()).text('clusters/platform/bootstrap.yaml'))
    const project = documents.map((one) => one.toJS()).find(({ kind }) => kind === 'AppProject')
    expect(project.spec).toEqual({
      sourceRepos: [git.repoURL],
      destinations: [{ server, namespace: 'argocd' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
      ],
    })
  })

  test('of a component allows the repositories and the namespace that it uses, and stays as long as it', () => {
    const { project, application } = filed('store', store())
    expect(application.spec.project).toBe(project.metadata.name)
    expect(project.metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io'])
    expect(project.spec.sourceRepos).toEqual(['registry.example/charts', git.repoURL])
    expect(project.spec.destinations).toEqual([{ server, namespace: 'monitoring' }])
  })

  test('of a component whose chart reaches into other namespaces allows them too', () => {
    const spread = helmRelease({
      name: 'spread',
      chart: { url: 'oci://registry.example/charts/spread', version: '1.0.0' },
      alsoIn: ['kube-system'],
    })
    expect(filed('spread', spread()).project.spec.destinations).toEqual([
      { server, namespace: 'monitoring' },
      { server, namespace: 'kube-system' },
    ])
  })

  test('allows the kinds that plain objects have, and what a chart brings, which only the chart knows', () => {
    const metadata = { name: 'fast' }
    const fast = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata, provisioner: 'example.com/fast' }
    const disks = manifests({ name: 'disks', objects: [fast, { ...fast, metadata: { name: 'faster' } }] })
    const kinds = (name: string) => filed(name, disks(), note(), store()).project.spec.clusterResourceWhitelist
    expect(kinds('disks')).toEqual([{ group: 'storage.k8s.io', kind: 'StorageClass' }])
    expect(kinds('note')).toEqual([])
    expect(kinds('store')).toEqual([{ group: '*', kind: '*' }])
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
