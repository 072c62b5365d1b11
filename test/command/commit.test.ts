import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, fleet, fleetFile } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const good = { exitCode: 0, stderr: '' }

/** What the last commit changed: `A`, `M` or `D` and the path. */
const lastCommit = (): readonly string[] =>
  here.git('show', '--format=', '--name-status', 'HEAD').trim().replaceAll('\t', ' ').split('\n')
const status = (): readonly string[] =>
  here.git('status', '--porcelain', '--untracked-files=all').split('\n').slice(0, -1)

test('what was rendered is committed, and nothing else', () => {
  here.write('README.md', 'staged\n')
  here.git('add', 'README.md')
  here.write('notes.txt', 'new\n')
  here.write(fleetFile, `${fleet()}// changed\n`)
  const { stdout, ...rest } = here.render('--commit')
  expect(rest).toEqual(good)
  expect(stdout).toMatch(/^15 files written \(15 new\)\.\nCommitted 15 files as [0-9a-f]{12}: \S.{10,60}$/)
  expect(lastCommit()).toEqual(Object.keys(here.tree()).map((path) => `A ${path}`))
  expect(status()).toEqual(['M  README.md', ` M ${fleetFile}`, '?? notes.txt'])
  expect(here.git('diff', '--cached', '--name-only')).toBe('README.md\n')
})

test('the message says what a reviewer wants to know', () => {
  here.render('--commit')
  here.write(fleetFile, fleet({ b: 'web({ values: { replicas: 3 } })' }))
  here.render('--commit')
  expect(here.git('log', '-1', '--format=%B')).toBe(`Change web in b

Cluster b:
- web/web: changed

Rendered from generators/fleet.ts by npx zx scripts/render.mjs.

`)
})

test('a second commit has nothing to do', () => {
  here.render('--commit')
  const head = here.git('rev-parse', 'HEAD')
  expect(here.render('--commit')).toEqual({
    ...good,
    stdout: 'Nothing to do: 15 files are as the fleet says.\nNothing to commit.',
  })
  expect(here.git('rev-parse', 'HEAD')).toBe(head)
})

test('what an earlier render pruned is committed too, and what a person removed is not', () => {
  here.write('clusters/a/notes.md', 'of a person\n')
  here.render()
  here.commitAll()
  here.write(fleetFile, fleet({ b: 'web()' }))
  here.render()
  here.git('rm', '--quiet', '--cached', 'clusters/a/notes.md')
  here.git('clean', '--quiet', '--force', 'clusters/a')
  expect(here.render('--commit')).toMatchObject(good)
  expect(lastCommit()).toEqual([
    'D apps/clusters/b/web/web/kustomization.yaml',
    'D apps/clusters/b/web/web/values-b.yaml',
    'M clusters/b/README.md',
    'M clusters/b/web/web.yaml',
  ])
  expect(status()).toEqual(['D  clusters/a/notes.md', ` M ${fleetFile}`])
})

test('of one cluster, only what that cluster reads is committed', () => {
  here.render('--commit')
  here.write(fleetFile, fleet({ a: 'web({ values: { replicas: 3 } })', b: 'web()' }))
  here.render()
  expect(here.render('--cluster', 'b', '--commit')).toMatchObject(good)
  expect(lastCommit()).toEqual([
    'D apps/clusters/b/web/web/kustomization.yaml',
    'D apps/clusters/b/web/web/values-b.yaml',
    'M clusters/b/README.md',
    'M clusters/b/web/web.yaml',
  ])
})

test('machines are told which commit it is', () => {
  const { created, commit } = JSON.parse(here.render('--commit', '--json').stdout)
  expect(created).toHaveLength(15)
  expect(commit).toBe(here.git('rev-parse', 'HEAD').trim())
  expect(JSON.parse(here.render('--commit', '--json').stdout)).toEqual({
    created: [],
    changed: [],
    pruned: [],
    unchanged: 15,
    switchedOff: [],
  })
})

test('what git refuses is told together with what was written', () => {
  const hook = join(here.folder, '.git/hooks/pre-commit')
  writeFileSync(hook, '#!/bin/sh\necho no commits on Fridays >&2\nexit 1\n', { mode: 0o755 })
  try {
    expect(here.render('--commit')).toEqual({
      exitCode: 1,
      stdout: '15 files written (15 new).',
      stderr: [
        'the repository',
        '  git does not commit: no commits on Fridays',
        '  fix: remove what git objects to and commit again',
        '  rule: cannot-commit',
        '',
        '1 problem; 15 files written.',
      ].join('\n'),
    })
    expect(status()).toEqual(Object.keys(here.tree()).map((path) => `?? ${path}`))
  } finally {
    rmSync(hook)
  }
})
