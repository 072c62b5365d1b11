import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { commitAll, emptyRoot, git, repository } from './sandbox.ts'

afterEach(() => vi.unstubAllEnvs())

test('a repository remembers in its git directory', () => {
  const root = repository()
  expect(openWorkTree(root)).toEqual({
    root,
    folder: join(root, '.git/fleetwright'),
    repository: { top: root, prefix: '', folder: join(root, '.git/fleetwright') },
  })
})

test('a folder of a repository remembers there too, apart from others', () => {
  const top = repository()
  const root = join(top, 'platform/fleet')
  mkdirSync(root, { recursive: true })
  expect(openWorkTree(root)).toMatchObject({
    folder: join(top, '.git/fleetwright-platform%2Ffleet'),
    repository: { top, prefix: 'platform/fleet/' },
  })
})

test('a linked work tree remembers on its own', () => {
  const main = repository()
  commitAll(main)
  const linked = join(emptyRoot(), 'linked')
  git(main, 'worktree', 'add', '--quiet', linked)
  expect(openWorkTree(linked).folder).toBe(join(main, '.git/worktrees/linked/fleetwright'))
})

test('GIT_DIR and GIT_WORK_TREE are heeded', () => {
  const [root, elsewhere] = [emptyRoot(), repository()]
  vi.stubEnv('GIT_DIR', join(elsewhere, '.git'))
  vi.stubEnv('GIT_WORK_TREE', root)
  expect(openWorkTree(root)).toMatchObject({
    folder: join(elsewhere, '.git/fleetwright'),
    repository: { top: root, prefix: '' },
  })
})

test.each<[string, (root: string) => void, (root: string) => readonly [reason: string, fix: string]]>([
  ['no repository', () => {}, (root) => [`${root} is not a git repository`, 'run git init there']],
  ['no git', () => vi.stubEnv('PATH', '/nonexistent'), () => ['git is not installed', 'install git']],
  [
    'a bare repository',
    (root) => git(root, 'init', '--quiet', '--bare'),
    (root) => [
      `git does not know ${root}: this operation must be run in a work tree`,
      'see what git status says there',
    ],
  ],
  [
    "somebody else's repository",
    (root) => {
      git(root, 'init', '--quiet')
      vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    },
    (root) => [
      `git does not trust ${root}: somebody else owns it`,
      `run git config --global --add safe.directory ${root}`,
    ],
  ],
])('with %s the memory is in the root, and the reason is told', (_, prepare, expected) => {
  const root = emptyRoot()
  prepare(root)
  const [reason, fix] = expected(root)
  expect(openWorkTree(root)).toEqual({
    root,
    folder: join(root, '.fleetwright'),
    unversioned: { rule: 'not-a-repository', place: [], file: '.', reason, fix },
  })
})

test('git is asked in English, whatever the user speaks', () => {
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
  vi.stubEnv('LANGUAGE', 'de')
  const root = emptyRoot()
  expect(openWorkTree(root).unversioned?.reason).toBe(`${root} is not a git repository`)
})
