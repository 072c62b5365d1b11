import { expect, test } from 'vitest'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { environment } from '../../generators/fleetwright.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { filesOf, pairsOf, withFiles } from './states.ts'

/** Two clusters of dev that share all layers, and one of another environment. */
const three = (dev: Parameters<typeof store>[0], own: Parameters<typeof store>[0] = {}): Fleet =>
  fleet(
    {
      a: { components: [store(), note()] },
      b: { components: [store(), note()] },
      c: { environment: 'cloud' as 'dev', components: [store(own), note()] },
    },
    {
      dev: environment({ storageClass: 'local-path' }, [store(dev)]),
      cloud: environment({ storageClass: 'gp3' }),
    },
  )

const compared = async (before: Fleet, after: Fleet) => pairsOf(filesOf(before), filesOf(after))

const told = ({ pairs }: Awaited<ReturnType<typeof pairsOf>>) =>
  pairs.map(({ cluster, namespace, component, before, after }) => {
    const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    return `${cluster} ${namespace}/${component} ${what}`
  })

test('two states that are the same have no pairs', async () => {
  expect(await compared(three({}), three({}))).toEqual({ pairs: [], unbuilt: [] })
})

test('what an environment changes, its clusters alone get, as one and the same content', async () => {
  const { pairs } = await compared(three({ retention: '24h' }), three({ retention: '48h' }))
  expect(told({ pairs, unbuilt: [] })).toEqual(['a monitoring/store changed', 'b monitoring/store changed'])
  const [a, b] = pairs
  expect(a?.after?.content).toBe(b?.after?.content)
  expect(a?.before?.content).toBe(b?.before?.content)
})

test('a release comes with its chart and the values of all layers, and without the ConfigMap that carried them', async () => {
  const { pairs } = await compared(three({ retention: '24h' }), three({ retention: '48h' }))
  const { before, after } = pairs[0]!
  const values = (retention: string) => ({ retention, persistence: { size: '10Gi', storageClass: 'local-path' } })
  expect(before?.content.release?.values).toEqual(values('24h'))
  expect(after?.content.release).toEqual({
    name: 'store',
    chart: { name: 'store', url: 'oci://registry.example/charts/store', version: '1.2.3' },
    values: values('48h'),
  })
  expect(after?.content.objects.map(({ kind }) => kind).sort()).toEqual(['HelmRelease', 'OCIRepository'])
})

test('a pair says where it is, where the fleet places it, and which files are behind it', async () => {
  const { pairs } = await compared(three({ retention: '24h' }), three({ retention: '48h' }))
  expect(pairs[0]).toMatchObject({
    cluster: 'a',
    namespace: 'monitoring',
    component: 'store',
    files: ['apps/dev/monitoring/store/values-dev.yaml'],
    after: {
      environment: 'dev',
      place: ['clusters', 'a', 'namespaces', 'monitoring', 'store'],
      folder: 'apps/dev/monitoring/store',
      control: [{ kind: 'Kustomization', metadata: { name: 'store', namespace: 'monitoring' } }],
    },
  })
})

test('the version of a chart is part of its release, from a registry or a repository', async () => {
  const versions = (version?: string) => fleet({ a: { components: [store({ version }), sender({ version })] } })
  const { pairs } = await compared(versions(), versions('9.9.9'))
  expect(pairs.map(({ after }) => after?.content.release?.chart)).toEqual([
    { name: 'store', url: 'oci://registry.example/charts/store', version: '9.9.9' },
    { name: 'sender', url: 'https://charts.example', version: '9.9.9' },
  ])
})

test('a layer of its own, and a component without one, show in the cluster alone', async () => {
  const result = await compared(three({}), three({}, { size: '50Gi' }))
  expect(told(result)).toEqual(['c monitoring/store changed'])
  expect(result.pairs[0]?.files).toContain('clusters/c/monitoring/store.yaml')
  expect(result.pairs[0]?.after?.content.release?.values).toMatchObject({ persistence: { size: '50Gi' } })
})

test('a component that comes or goes has one side, and the list that names it is behind it', async () => {
  const some = fleet({ a: { components: [note()] } })
  const more = fleet({ a: { components: [note(), store()] } })
  const added = await compared(some, more)
  expect(told(added)).toEqual(['a monitoring/store added'])
  expect(added.pairs[0]?.files).toEqual([
    'apps/base/monitoring/store/helmrelease.yaml',
    'apps/base/monitoring/store/kustomization.yaml',
    'apps/base/monitoring/store/ocirepository.yaml',
    'apps/base/monitoring/store/values-reference.yaml',
    'apps/base/monitoring/store/values.yaml',
    'apps/dev/monitoring/store/kustomization.yaml',
    'apps/dev/monitoring/store/values-dev.yaml',
    'clusters/a/monitoring/kustomization.yaml',
    'clusters/a/monitoring/store.yaml',
  ])
  expect(told(await compared(more, some))).toEqual(['a monitoring/store removed'])
})

test('a cluster that comes brings its namespace and all its components', async () => {
  const result = await compared(
    fleet({ a: { components: [note()] } }),
    fleet({ a: { components: [note()] }, b: { components: [note()] } }),
  )
  expect(told(result)).toEqual(['b monitoring/note added', 'b monitoring/namespace added'])
})

test('objects come with their namespace, and what a layer patches', async () => {
  const notes = (size: '1Gi' | '2Gi') => fleet({ a: { components: [note({ size })] } })
  const { pairs } = await compared(notes('1Gi'), notes('2Gi'))
  const config = (size: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'note', namespace: 'monitoring' },
    data: { size },
  })
  expect(pairs.map(({ before, after }) => [before?.content.objects, after?.content.objects])).toEqual([
    [[config('1Gi')], [config('2Gi')]],
  ])
})

test('a namespace counts as a component of that name', async () => {
  const kept = (keep: boolean) => fleet({ a: { settings: { keep }, components: [note()] } })
  const result = await compared(kept(true), kept(false))
  expect(told(result)).toEqual(['a monitoring/namespace changed'])
  expect(result.pairs[0]).toMatchObject({
    files: ['clusters/a/monitoring/kustomization.yaml'],
    after: {
      place: ['clusters', 'a', 'namespaces', 'monitoring'],
      folder: 'clusters/a/monitoring',
      control: [],
      content: { objects: [{ kind: 'Namespace', metadata: { name: 'monitoring' } }] },
    },
  })
})

test('files that moved, and comments, are no change', async () => {
  const before = filesOf(fleet({ a: { components: [note()] } }))
  const folder = 'apps/base/monitoring/note'
  const after = withFiles(before, {
    [`${folder}/configmap.yaml`]: undefined,
    [`${folder}/elsewhere.yaml`]: `# A word about it.\n${before[`${folder}/configmap.yaml`]}`,
    [`${folder}/kustomization.yaml`]: before[`${folder}/kustomization.yaml`]!.replace(
      'configmap.yaml',
      'elsewhere.yaml',
    ),
  })
  expect(await pairsOf(before, after)).toEqual({ pairs: [], unbuilt: [] })
})

test('a README is nothing that a cluster sees', async () => {
  const before = filesOf(fleet({ a: { components: [note()] } }))
  const after = withFiles(before, { 'clusters/a/README.md': 'Something else.\n' })
  expect(await pairsOf(before, after)).toEqual({ pairs: [], unbuilt: [] })
})
