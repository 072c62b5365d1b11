import { expect, test } from 'vitest'
import { entriesOf } from '../../../generators/import/clusters/entries.ts'
import { delivered } from '../../../generators/import/clusters/reconcile.ts'
import type { Note } from '../../../generators/import/note.ts'
import { readFolder } from '../../../generators/import/reading/documents.ts'
import { importedRelease } from '../../../generators/import/releases/release.ts'
import { folder } from '../folder.ts'
import { chart, helmRelease, helmRepository } from '../objects.ts'

/** The only release of some files, and what is told of it. */
const release = (...files: readonly string[]) => {
  const read = readFolder(folder({ 'releases/all.yaml': files.join('\n---\n') }))
  const notes: Note[] = []
  const all = entriesOf(read).flatMap((entry) => delivered(entry, read, notes))
  const [one] = all.filter(({ object }) => object.kind === 'HelmRelease')
  if (one === undefined) throw new Error('no release')
  const found = importedRelease(one, all, () => undefined, notes)
  return { release: found, notes: notes.map(({ why }) => why) }
}

const podinfo = helmRepository('podinfo', 'https://stefanprodan.github.io/podinfo')

test.each(['v2beta1', 'v2beta2', 'v2'])('a HelmRelease %s takes its chart from a HelmRepository', (version) => {
  const { release: found, notes } = release(podinfo, helmRelease('web', chart('podinfo', '6.9.2', 'podinfo'), version))
  expect(found).toMatchObject({
    key: 'default/web',
    name: 'web',
    namespace: 'default',
    chart: { name: 'podinfo', url: 'https://stefanprodan.github.io/podinfo', version: '6.9.2' },
    values: {},
  })
  expect(notes).toEqual([])
})

test('a HelmRepository of OCI, and an OCIRepository, lead to the chart itself', () => {
  const url = 'oci://ghcr.io/stefanprodan/charts'
  const expected = { name: 'podinfo', url: `${url}/podinfo`, version: '6.9.2' }
  expect(
    release(helmRepository('podinfo', url), helmRelease('web', chart('podinfo', '6.9.2', 'podinfo'))).release?.chart,
  ).toEqual(expected)
  const oci = `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: { name: podinfo }\nspec: { url: ${url}/podinfo, ref: { tag: 6.9.2 } }`
  expect(release(oci, helmRelease('web', '  chartRef: { kind: OCIRepository, name: podinfo }')).release?.chart).toEqual(
    expected,
  )
})

test('values are those of its ConfigMaps in their order, its own over them, and single ones over all', () => {
  const { release: found, notes } = release(
    podinfo,
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: first }\ndata: { values.yaml: "a: 1\\nb: { c: 1, d: 1 }\\nlist: [1, 2]" }',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: second }\ndata: { more.yaml: "b: { c: 2 }", host: example.com }',
    helmRelease(
      'web',
      `${chart('podinfo', '6.9.2', 'podinfo')}  valuesFrom:
    - { kind: ConfigMap, name: first }
    - { kind: ConfigMap, name: second, valuesKey: more.yaml }
    - { kind: ConfigMap, name: second, valuesKey: host, targetPath: ingress.host }
    - { kind: Secret, name: login }
    - { kind: ConfigMap, name: nowhere, optional: true }
  values: { list: [3], ingress: { host: overridden, class: nginx } }`,
    ),
  )
  expect(found?.values).toEqual({
    a: 1,
    b: { c: 2, d: 1 },
    list: [3],
    ingress: { host: 'example.com', class: 'nginx' },
  })
  expect(found?.valuesFrom).toEqual(['default/first', 'default/second', 'default/second'])
  expect(notes).toEqual(['takes values from Secret login, which is never read'])
})

test('a release for another namespace has the name that Helm gives it there', () => {
  const { release: found, notes } = release(
    podinfo,
    helmRelease('web', `${chart('podinfo', '6.9.2', 'podinfo')}  targetNamespace: apps`),
  )
  expect(found).toMatchObject({ key: 'default/web', name: 'apps-web', namespace: 'apps' })
  expect(notes).toEqual(['installs apps/apps-web, and the draft has its HelmRelease there, by the name of the release'])
})

test('what a fleet has no word for is told', () => {
  const { notes } = release(
    podinfo,
    helmRelease(
      'web',
      `${chart('podinfo', '>=6.0.0', 'podinfo')}  suspend: true\n  serviceAccountName: deployer\n  postRenderers: []`,
    ),
  )
  expect(notes).toEqual([
    'takes any version of podinfo that is >=6.0.0, and the draft names 6.0.0',
    'is suspended, and in the draft all the same',
    'has postRenderers, which change what the chart makes, and the draft has not',
    'has serviceAccountName, by which Flux acts with less rights, and the draft has not',
  ])
})

test.each([
  [
    'a chart in a Git repository',
    '  chart: { spec: { chart: ./charts/web, sourceRef: { kind: GitRepository, name: own } } }',
    'takes its chart from the folder ./charts/web of GitRepository own, and a fleet takes charts from where they are published',
  ],
  [
    'a repository that nobody declares',
    chart('podinfo', '6.9.2', 'gone'),
    'takes its chart from HelmRepository gone, which is not in this folder',
  ],
  [
    'another cluster',
    `${chart('podinfo', '6.9.2', 'podinfo')}  kubeConfig: { secretRef: { name: other } }`,
    'is installed in another cluster, by a kubeConfig',
  ],
])('a release from %s is told and left out', (_, spec, why) => {
  expect(release(podinfo, helmRelease('web', spec))).toEqual({ release: undefined, notes: [why] })
})
