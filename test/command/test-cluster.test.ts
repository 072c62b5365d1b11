import { rmSync } from 'node:fs'
import { execaSync } from 'execa'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { testClusterCommand } from '../../generators/command/test-cluster.ts'
import { argo } from '../../generators/fleet/cluster.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import type { NamespaceSettings } from '../../generators/fleet/namespace.ts'
import { existing, sops } from '../../generators/fleet/secret.ts'
import { bootstrapObjects } from '../../generators/objects/flux/bootstrap.ts'
import { fleet, note } from '../support/fleets.ts'
import { written } from '../support/written.ts'
import { emptyCluster, fakeKubectl } from './fake-kubectl.ts'

/** The tree of a fleet in a repository of its own, for the length of a test. */
const writtenFor = (given: Fleet): string => {
  const root = written(given)
  onTestFinished(() => rmSync(root, { recursive: true }))
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  execaSync('git', ['init', '--quiet'], { cwd: root })
  execaSync('git', ['add', '--all'], { cwd: root })
  execaSync('git', [...identity, 'commit', '--quiet', '--message', 'Tree'], { cwd: root })
  return root
}

/** The command on a fleet of one cluster with one component: its exit code, and all that it said. */
const run = (args: readonly string[] = [], settings: NamespaceSettings = {}) =>
  runOn(fleet({ homelab: { components: [note()], settings } }), process.cwd(), args)

const runOn = async (given: Fleet, root: string, args: readonly string[] = []) => {
  const said: string[] = []
  const code = await testClusterCommand({
    args,
    root,
    program: process.cwd(),
    scribe: '',
    fleet: { exports: { default: given }, fingerprint: '' },
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  })
  return { code, said: said.join('').replaceAll(/^not tested, because not committed: .*\n/gm, '') }
}

test('without KUBECONFIG it says in two lines what it needs and how to get it', async () => {
  vi.stubEnv('KUBECONFIG', '')
  expect(await run()).toEqual({
    code: 2,
    said: [
      'this needs KUBECONFIG: the cluster that it may change, with Flux or Argo CD in it. To get one with Flux, and throw it away afterwards:',
      '  export KUBECONFIG=$(mktemp) && kind create cluster && flux install',
      '',
    ].join('\n'),
  })
  vi.unstubAllEnvs()
})

test('a KUBECONFIG that is not there does not lead to another cluster', async () => {
  fakeKubectl(emptyCluster)
  vi.stubEnv('KUBECONFIG', '/nonexistent')
  expect(await run()).toEqual({ code: 2, said: 'KUBECONFIG names no file: /nonexistent\n' })
})

test.each([
  [['homelap'], 'there is no cluster homelap: did you mean homelab?'],
  [['--timeout', '15'], '--timeout takes a Go duration, such as 90s or 15m'],
])('%o is wrong usage', async (args, told) => {
  fakeKubectl(emptyCluster)
  const { code, said } = await run(args)
  expect({ code, told: said.split('\n\n')[0] }).toEqual({ code: 2, told })
})

test('without kubectl it says so', async () => {
  fakeKubectl()
  expect(await run()).toEqual({ code: 1, said: 'homelab: kubectl is not on the path\n' })
})

test('a server that does not answer has its sentence, without what kubectl logged before', async () => {
  const refuses = [
    'E1121 13:52:48.1 memcache.go:265] "Unhandled Error" err="couldn’t get current server API group list"',
    'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?',
  ].join('\n')
  fakeKubectl({ ...emptyCluster, 'get --raw /version': { refuses } })
  expect(await run()).toEqual({
    code: 1,
    said: 'homelab: The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?\n',
  })
})

test('a cluster without Flux is told what is missing', async () => {
  fakeKubectl({ ...emptyCluster, 'get crd': { says: 'customresourcedefinition.apiextensions.k8s.io/podmonitors' } })
  const { code, said } = await run()
  expect(code).toBe(1)
  expect(said).toMatch(
    /^homelab: it has no Flux, which brings gitrepositories.source.toolkit.fluxcd.io, .*: run flux install\n$/,
  )
})

test('a cluster whose Flux follows another cluster’s folder is left alone', async () => {
  const items = bootstrapObjects({ cluster: 'production', url: 'https://github.com/example/platform', branch: 'main' })
  fakeKubectl({ ...emptyCluster, 'get gitrepositories': { says: JSON.stringify({ items }) } })
  expect(await run(['--throwaway-secrets'], { secrets: { token: existing() } })).toEqual({
    code: 1,
    said: 'homelab: its Flux follows ./clusters/production, not ./clusters/homelab: is it another cluster of the fleet?\n',
  })
})

test('Secrets that should be there and are not are listed, and not made', async () => {
  fakeKubectl({ ...emptyCluster, 'create -f -': { refuses: 'Error from server (Forbidden): not today' } })
  expect(await run([], { secrets: { token: existing() } })).toMatchObject({
    code: 1,
    said: expect.stringMatching(
      /^missing Secret monitoring\/token\nhomelab: 2 Kustomizations at [0-9a-f]{40} of https:.*\nhomelab: not today\n$/,
    ),
  })
})

test('Secrets that Flux must decrypt need an age key in their namespace', async () => {
  fakeKubectl(emptyCluster)
  const { code, said } = await run([], { secrets: { token: sops() } })
  expect(code).toBe(1)
  expect(said).toContain('clusters.homelab.namespaces.monitoring.secrets')
  expect(said).toContain(
    'Flux cannot decrypt what monitoring keeps encrypted: the Secret monitoring/sops-age is not there',
  )
  expect(said).toContain('run kubectl create secret generic sops-age -n monitoring --from-file=age.agekey=AGE_KEY_FILE')
})

test('an age key under a name that Flux does not look for is no age key', async () => {
  fakeKubectl({ ...emptyCluster, 'get secret': { says: 'found\nkeys.txt' } })
  const { said } = await run([], { secrets: { token: sops() } })
  expect(said).toContain('the Secret monitoring/sops-age has no key that ends in .agekey')
})

test('--help tells every option', async () => {
  const { code, said } = await run(['--help'])
  expect(code).toBe(0)
  for (const option of ['--url', '--branch', '--timeout', '--throwaway-secrets']) expect(said).toContain(option)
})

describe('a cluster of Argo CD', () => {
  const argoFleet = fleet({ platform: { by: argo, components: [note()] } })

  test('that has none is told what is missing', async () => {
    fakeKubectl({ ...emptyCluster, 'get crd': { says: '' } })
    const { code, said } = await runOn(argoFleet, writtenFor(argoFleet))
    expect({ code, said }).toEqual({
      code: 1,
      said: 'platform: it has no Argo CD, which brings applications.argoproj.io, appprojects.argoproj.io: install it\n',
    })
  })

  test('is led nowhere else by an option: its Applications name the repository', async () => {
    fakeKubectl(emptyCluster)
    const { said } = await runOn(argoFleet, writtenFor(argoFleet), ['--url', 'https://example.com/other'])
    expect(said).toBe(
      'platform: its Applications name main of https://github.com/example/platform: no option leads Argo CD elsewhere\n',
    )
  })

  test('needs a tree that was rendered', async () => {
    fakeKubectl(emptyCluster)
    const { said } = await runOn(fleet({ unrendered: { by: argo, components: [note()] } }), process.cwd())
    expect(said).toBe('unrendered: there is no clusters/unrendered/bootstrap.yaml: render the tree first\n')
  })
})
