import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importCommand } from '../../generators/command/import.ts'
import { chart, gotkSync, helmRelease, helmRepository } from '../import/objects.ts'

const root = join(import.meta.dirname, '../..')
let scratch = ''
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fleetwright-import-'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(scratch, path)), { recursive: true })
  writeFileSync(join(scratch, path), content)
}

/** Puts a repository of one cluster with one release into the folder `home`. */
const putHome = (): string => {
  put('home/clusters/lab/flux-system/gotk-sync.yaml', gotkSync('./clusters/lab'))
  put(
    'home/clusters/lab/podinfo.yaml',
    `${helmRepository('podinfo', 'https://stefanprodan.github.io/podinfo')}\n---\n${helmRelease('podinfo', chart('podinfo', '6.x', 'podinfo'))}`,
  )
  return join(scratch, 'home')
}

const run = async (...args: readonly string[]) => {
  let out = ''
  let err = ''
  const exitCode = await importCommand({
    args,
    root,
    program: root,
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { exitCode, out, err }
}

test('the draft goes to standard output, and what is to be decided to standard error', async () => {
  const { exitCode, out, err } = await run(putHome())
  expect(exitCode).toBe(0)
  expect(out).toMatch(/^\/\/ Drafted from home by npx zx scripts\/import\.mjs\.\n/)
  expect(out).toContain("from './fleetwright.ts'")
  expect(err).toBe(`Taken over from home:
  lab: 1 component, in the environment lab

To decide, marked TODO in the draft or told here:

  HelmRelease default/podinfo (clusters/lab/podinfo.yaml:12)
    takes any version of podinfo that is 6.x, and the draft names 6.0.0
    fix: write the version that runs, as flux get helmreleases --all-namespaces tells it

`)
})

test('the draft goes to a new file, with its imports from there, and to no file that exists', async () => {
  const home = putHome()
  const file = join(scratch, 'fleet.ts')
  expect(await run(home, '--out', file)).toMatchObject({ exitCode: 0, out: '' })
  const written = readFileSync(file, 'utf8')
  expect(written).toMatch(/from '(\.\.\/)+.*generators\/fleetwright\.ts'/)
  expect(await run(home, '--out', file)).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('fleet.ts is there already, and is not overwritten: name another file'),
  })
  expect(readFileSync(file, 'utf8')).toBe(written)
})

test('--json has the draft, what was taken over, and every note with file and line', async () => {
  const { out } = await run(putHome(), '--json')
  expect(JSON.parse(out)).toEqual({
    draft: expect.stringContaining('helmRelease('),
    clusters: [
      {
        name: 'lab',
        environment: 'lab',
        components: [
          { namespace: 'default', name: 'podinfo', kind: 'release', file: 'clusters/lab/podinfo.yaml', line: 12 },
        ],
      },
    ],
    notes: [
      {
        kind: 'decide',
        what: 'HelmRelease default/podinfo',
        why: 'takes any version of podinfo that is 6.x, and the draft names 6.0.0',
        fix: 'write the version that runs, as flux get helmreleases --all-namespaces tells it',
        component: 'default/podinfo',
        file: 'clusters/lab/podinfo.yaml',
        line: 12,
      },
    ],
  })
})

test('nothing in the folder is changed', async () => {
  const home = putHome()
  const before = readdirSync(home, { recursive: true })
  await run(home)
  expect(readdirSync(home, { recursive: true })).toEqual(before)
})

test('a link is not followed, a large file is not read, and both are told', async () => {
  const home = putHome()
  put('outside/secret.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: outside }')
  symlinkSync(join(scratch, 'outside/secret.yaml'), join(home, 'clusters/lab/link.yaml'))
  put('home/clusters/lab/large.yaml', `# ${'x'.repeat(1024 * 1024)}`)
  const { out, err } = await run(home)
  expect(out).not.toContain('outside')
  expect(err).toContain('  clusters/lab/link.yaml\n    is a link, and where it leads was not looked at\n')
  expect(err).toContain('  clusters/lab/large.yaml\n    is larger than 1 MiB\n')
})

test.each([
  ['no folder', [], 'DIR is missing'],
  [
    'a folder that does not exist',
    ['/nowhere/at/all'],
    'there is no folder /nowhere/at/all: name one that holds a repository of Flux',
  ],
  ['a file', [join(root, 'README.md')], 'is a file: name the folder that it stands in'],
  [
    'a target in no folder',
    [root, '--out', '/nowhere/fleet.ts'],
    'there is no folder /nowhere to write /nowhere/fleet.ts into: make it first',
  ],
])('%s is wrong usage, and told with the fix', async (_, args, told) => {
  expect(await run(...args)).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(told) })
})

test('a folder without objects, and one of which nothing can be taken over, are told apart', async () => {
  put('empty/README.md', 'Nothing here.')
  expect(await run(join(scratch, 'empty'))).toEqual({
    exitCode: 1,
    out: '',
    err: `${scratch}/empty has no objects of Kubernetes or Flux: name the folder that holds clusters/, or HelmReleases\n`,
  })
  put(
    'git/a.yaml',
    helmRelease('own', '  chart: { spec: { chart: ./chart, sourceRef: { kind: GitRepository, name: own } } }'),
  )
  const { exitCode, err } = await run(join(scratch, 'git'))
  expect(exitCode).toBe(1)
  expect(err).toContain('  HelmRelease default/own (a.yaml:2)\n')
  expect(err).toMatch(/nothing of .*git could be taken over, for the reasons above\n$/)
})
