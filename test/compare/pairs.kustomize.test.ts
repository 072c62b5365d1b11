import { expect, test } from 'vitest'
import { fleet, note } from '../support/fleets.ts'
import { type Files, filesOf, pairsOf, realKustomize, withFiles } from './states.ts'

const rendered = filesOf(fleet({ a: { components: [note()] }, b: { components: [note()] } }))

/** The tree with a folder of a person's own, which cluster a applies. */
const withFolder = (kustomization: string, more: Files = {}): Files =>
  withFiles(rendered, {
    'clusters/a/monitoring/own.yaml': `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: own }
spec: { path: ./apps/own/one, sourceRef: { kind: GitRepository, name: flux-system } }
`,
    'clusters/a/monitoring/kustomization.yaml': `${rendered['clusters/a/monitoring/kustomization.yaml']}  - own.yaml\n`,
    'apps/own/one/kustomization.yaml': kustomization,
    'apps/own/two/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\n',
    'apps/own/two/kustomization.yaml': 'resources: [service.yaml]\n',
    ...more,
  })

const prefixed = (prefix: string) => `namePrefix: ${prefix}\nresources: [../two]\n`

test('what ours never say is built by a real kustomize, with all that it reads', async () => {
  const { pairs, unbuilt } = await pairsOf(withFolder(prefixed('old-')), withFolder(prefixed('new-')), realKustomize)
  expect(unbuilt).toEqual([])
  expect(pairs).toMatchObject([
    {
      component: 'own',
      files: ['apps/own/one/kustomization.yaml'],
      before: { content: { objects: [{ kind: 'Service', metadata: { name: 'old-web' } }] } },
      after: { content: { objects: [{ kind: 'Service', metadata: { name: 'new-web' } }] } },
    },
  ])
})

test('the hash behind a generated name never shows, nor in what refers to it', async () => {
  const generating = (password: string) => `
secretGenerator: [{ name: login, literals: [password=${password}] }]
resources: [pod.yaml]
`
  const pod = { 'apps/own/one/pod.yaml': podThatReads('login') }
  const { pairs } = await pairsOf(withFolder(generating('one'), pod), withFolder(generating('two'), pod), realKustomize)
  const [before, after] = [pairs[0]?.before, pairs[0]?.after].map((side) => side?.content.objects ?? [])
  const podOf = (objects = before) => objects?.find(({ kind }) => kind === 'Pod')
  expect(podOf(before)).toMatchObject({ spec: { containers: [{ envFrom: [{ secretRef: { name: 'login' } }] }] } })
  expect(podOf(after)).toEqual(podOf(before))
  expect(after?.find(({ kind }) => kind === 'Secret')).toMatchObject({
    metadata: { name: 'login' },
    data: { password: 'dHdv' },
  })
})

const podThatReads = (secret: string) => `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: web, envFrom: [{ secretRef: { name: ${secret} } }] }] }
`

test('a folder without a kustomization is all that is in it, as Flux takes it', async () => {
  const loose = (size: number) =>
    withFiles(withFolder(''), {
      'apps/own/one/kustomization.yaml': undefined,
      'apps/own/one/deeper/config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { size: '${size}' }\n`,
    })
  const { pairs } = await pairsOf(loose(1), loose(2), realKustomize)
  expect(pairs).toMatchObject([
    { files: ['apps/own/one/deeper/config.yaml'], after: { content: { objects: [{ data: { size: '2' } }] } } },
  ])
})

test('a folder that kustomize refuses says why, and leaves the other state to look at', async () => {
  const { pairs, unbuilt } = await pairsOf(
    withFolder(prefixed('old-')),
    withFolder('resources: [../nowhere]\n'),
    realKustomize,
  )
  expect(unbuilt).toEqual([
    { state: 'after', folder: 'apps/own/one', reason: expect.stringContaining('apps/own/nowhere'), clusters: ['a'] },
  ])
  expect(pairs).toMatchObject([
    { component: 'own', unbuilt: 'after', before: { content: { objects: [{ kind: 'Service' }] } } },
  ])
  expect(pairs[0]).not.toHaveProperty('after')
})

test('a folder of a cluster that cannot be built leaves all its components in doubt, and none is said to go', async () => {
  const broken = withFiles(rendered, { 'clusters/a/monitoring/kustomization.yaml': 'resources: [nothing.yaml]\n' })
  const { pairs, unbuilt } = await pairsOf(rendered, broken, realKustomize)
  expect(unbuilt).toMatchObject([{ state: 'after', folder: 'clusters/a/monitoring', clusters: ['a'] }])
  expect(pairs.map(({ component, unbuilt: state, after }) => [component, state, after])).toEqual([
    ['note', 'after', undefined],
    ['namespace', 'after', undefined],
  ])
})

test('a folder that went although a unit still names it cannot be built', async () => {
  const before = withFolder(prefixed('old-'))
  const { unbuilt } = await pairsOf(
    before,
    withFiles(before, { 'apps/own/one/kustomization.yaml': undefined }),
    realKustomize,
  )
  expect(unbuilt).toEqual([
    { state: 'after', folder: 'apps/own/one', reason: 'there is no such folder', clusters: ['a'] },
  ])
})

test('a folder that all clusters read is named once, with all of them', async () => {
  const broken = withFiles(rendered, { 'apps/base/monitoring/note/kustomization.yaml': 'resources: [nothing.yaml]\n' })
  const { unbuilt } = await pairsOf(rendered, broken, realKustomize)
  expect(unbuilt.map(({ folder, clusters }) => [folder, clusters])).toEqual([['apps/base/monitoring/note', ['a', 'b']]])
})
