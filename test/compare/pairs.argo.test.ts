import { expect, test } from 'vitest'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { argo, environment } from '../../generators/fleetwright.ts'
import { fleet, note, store } from '../support/fleets.ts'
import { filesOf, pairsOf, withFiles } from './states.ts'

const platform = (options: Parameters<typeof store>[0] = {}, size: '1Gi' | '2Gi' = '1Gi'): Fleet =>
  fleet(
    { platform: { by: argo, components: [store(), note({ size })] } },
    { dev: environment({ storageClass: 'local-path' }, [store(options)]) },
  )

test('the files of values of an Application are merged as Helm does', async () => {
  const { pairs } = await pairsOf(
    filesOf(platform()),
    filesOf(platform({ retention: '48h', values: { persistence: { size: null } } })),
  )
  expect(pairs).toHaveLength(1)
  expect(pairs[0]).toMatchObject({
    cluster: 'platform',
    namespace: 'monitoring',
    component: 'store',
    files: ['apps/dev/monitoring/store/values-dev.yaml'],
    after: {
      environment: 'dev',
      place: ['clusters', 'platform', 'namespaces', 'monitoring', 'store'],
      folder: 'apps/dev/monitoring/store',
      control: [
        { kind: 'AppProject', metadata: { name: 'monitoring.store' } },
        { kind: 'Application', metadata: { name: 'monitoring.store' } },
      ],
      content: { objects: [] },
    },
  })
  expect(pairs[0]?.before?.content.release?.values).toEqual({
    retention: '24h',
    persistence: { size: '10Gi', storageClass: 'local-path' },
  })
  expect(pairs[0]?.after?.content.release).toEqual({
    name: 'store',
    chart: { name: 'store', url: 'oci://registry.example/charts/store', version: '1.2.3' },
    values: { retention: '48h', persistence: { size: null, storageClass: 'local-path' } },
  })
})

test('a version that an Application alone says is a change of its release', async () => {
  const { pairs } = await pairsOf(filesOf(platform()), filesOf(platform({ version: '9.9.9' })))
  expect(pairs.map(({ component, after }) => [component, after?.content.release?.chart.version])).toEqual([
    ['store', '9.9.9'],
  ])
  expect(pairs[0]?.files).toEqual(['clusters/platform/monitoring/store.yaml'])
})

test('an Application of a folder brings what kustomize makes of it', async () => {
  const { pairs } = await pairsOf(filesOf(platform({}, '1Gi')), filesOf(platform({}, '2Gi')))
  expect(pairs.map(({ component, after }) => [component, after?.content.objects])).toEqual([
    [
      'note',
      [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'note', namespace: 'monitoring' },
          data: { size: '2Gi' },
        },
      ],
    ],
  ])
})

test('what a person applies once is a component of its own', async () => {
  const before = filesOf(platform())
  const file = 'clusters/platform/bootstrap.yaml'
  const { pairs } = await pairsOf(
    before,
    withFiles(before, { [file]: before[file]!.replace('selfHeal: true', 'selfHeal: false') }),
  )
  expect(pairs).toMatchObject([
    {
      namespace: 'argocd',
      component: 'bootstrap',
      files: [file],
      after: {
        place: ['clusters', 'platform'],
        control: [
          { kind: 'AppProject' },
          { kind: 'Application', spec: { syncPolicy: { automated: { selfHeal: false } } } },
        ],
        content: { objects: [{ kind: 'ConfigMap', metadata: { name: 'argocd-cm' } }] },
      },
    },
  ])
})

test('a file of values that is not there leaves the other state to look at', async () => {
  const before = filesOf(platform())
  const gone = 'apps/dev/monitoring/store/values-dev.yaml'
  const { pairs, unbuilt } = await pairsOf(before, withFiles(before, { [gone]: undefined }))
  expect(unbuilt).toEqual([
    {
      state: 'after',
      folder: 'apps/dev/monitoring/store',
      reason: `Application argocd/monitoring.store reads ${gone}, which is not there`,
      clusters: ['platform'],
    },
  ])
  expect(pairs).toMatchObject([
    { component: 'store', unbuilt: 'after', before: { content: { release: { name: 'store' } } } },
  ])
  expect(pairs[0]).not.toHaveProperty('after')
})
