import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commit } from '../../generators/output/commit.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { commitAll, contents, emptyRoot, git, put, repository } from './sandbox.ts'

const values = 'apps/base/monitoring/loki/values.yaml'
const cluster = 'clusters/homelab/monitoring/loki.yaml'

const commitTo = (root: string, paths: readonly string[], message = 'Render the fleet') =>
  commit(openWorkTree(root), { paths, message })

/** What a commit changed: `A`, `M` or `D` and the path. */
const changesIn = (root: string, id = 'HEAD'): string[] =>
  git(root, '-c', 'core.quotePath=false', 'show', '--format=', '--name-status', id)
    .trim()
    .split('\n')
    .map((line) => line.replace('\t', ' '))

const status = (root: string): string[] =>
  git(root, 'status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .filter((line) => line !== '')

/** A repository with a commit in which a person has staged one thing and changed another. */
function busyRepository(): string {
  const root = repository()
  put(root, 'README.md', 'one\n')
  put(root, 'fleet.ts', 'one\n')
  put(root, values, 'one\n')
  put(root, cluster, 'one\n')
  commitAll(root)
  put(root, 'README.md', 'staged\n')
  git(root, 'add', 'README.md')
  put(root, 'fleet.ts', 'changed\n')
  put(root, 'notes.txt', 'new\n')
  return root
}
const busy = ['M  README.md', ' M fleet.ts', '?? notes.txt']

test('exactly the given paths are committed: changed, new and pruned; the index and all else stay', () => {
  const root = busyRepository()
  put(root, values, 'two\n')
  put(root, 'apps/base/new.yaml', 'new\n')
  put(root, 'apps/base/other.yaml', 'new\n')
  rmSync(join(root, cluster))
  const { id, paths, problems } = commitTo(root, [values, 'apps/base/new.yaml', cluster, 'apps/base/never-was.yaml'])
  expect(problems).toEqual([])
  expect(git(root, 'rev-parse', 'HEAD').trim()).toBe(id)
  expect([...paths].sort()).toEqual([values, 'apps/base/new.yaml', cluster])
  expect(changesIn(root)).toEqual([`M ${values}`, 'A apps/base/new.yaml', `D ${cluster}`])
  expect(git(root, 'diff', '--cached', '--name-only')).toBe('README.md\n')
  expect(status(root)).toEqual([busy[0], busy[1], '?? apps/base/other.yaml', busy[2]])
})

test('the message is kept to the letter, however long', () => {
  const root = repository()
  put(root, values, 'one\n')
  const body = Array.from({ length: 20_000 }, (_, line) => `- ${line} "quoted" $HOME ünïcode`).join('\n')
  commitTo(root, [values], `Render the fleet\n\n${body}\n`)
  expect(git(root, 'log', '-1', '--format=%B').trimEnd()).toBe(`Render the fleet\n\n${body}`)
})

test('the first commit of a repository is no other', () => {
  const root = repository()
  put(root, 'mine.txt', 'staged\n')
  git(root, 'add', 'mine.txt')
  put(root, values, 'one\n')
  expect(commitTo(root, [values]).problems).toEqual([])
  expect(changesIn(root)).toEqual([`A ${values}`])
  expect(status(root)).toEqual(['A  mine.txt'])
})

test('nothing to commit is nothing done', () => {
  const root = busyRepository()
  const before = git(root, 'rev-parse', 'HEAD')
  expect(commitTo(root, [values, cluster])).toEqual({ paths: [], problems: [] })
  expect(commitTo(root, [])).toEqual({ paths: [], problems: [] })
  expect(git(root, 'rev-parse', 'HEAD')).toBe(before)
})

test('odd names are names', () => {
  const root = repository()
  const odd = ['apps/a b/ü ñ.yaml', 'apps/*/[x].yaml', 'apps/:(top)/"q".yaml', 'apps/-x/line\nbreak.yaml']
  put(root, 'apps/anything/x.yaml', 'not asked for\n')
  for (const path of odd) put(root, path, 'one\n')
  expect(commitTo(root, odd).problems).toEqual([])
  const committed = git(root, 'ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0')
  expect(committed.filter((path) => path !== '').sort()).toEqual([...odd].sort())
})

test('files that are ignored are committed: they were rendered to be', () => {
  const root = repository()
  put(root, '.gitignore', '*.yaml\n')
  put(root, values, 'one\n')
  expect(commitTo(root, [values]).problems).toEqual([])
  expect(changesIn(root)).toEqual([`A ${values}`])
})

test('a root below the top of the repository commits its own paths', () => {
  const top = repository()
  const root = join(top, 'platform/fleet')
  put(root, values, 'one\n')
  put(top, values, 'not ours\n')
  expect(commitTo(root, [values])).toMatchObject({ paths: [values], problems: [] })
  expect(changesIn(top)).toEqual([`A platform/fleet/${values}`])
})

test('a linked work tree commits to its own branch', () => {
  const main = busyRepository()
  const linked = join(emptyRoot(), 'linked')
  git(main, 'worktree', 'add', '--quiet', '-b', 'next', linked)
  put(linked, values, 'two\n')
  const { id } = commitTo(linked, [values])
  expect(git(main, 'rev-parse', 'next').trim()).toBe(id)
  expect(status(main)).toEqual(busy)
})

test('a hook that refuses is a problem, and the index is as before', () => {
  const root = busyRepository()
  put(root, '.git/hooks/pre-commit', '#!/bin/sh\necho "no commits on Fridays" >&2\nexit 1\n')
  chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
  put(root, values, 'two\n')
  put(root, 'apps/base/new.yaml', 'new\n')
  const before = status(root)
  expect(commitTo(root, [values, 'apps/base/new.yaml']).problems).toEqual([
    {
      rule: 'cannot-commit',
      place: [],
      file: '.',
      reason: 'git does not commit: no commits on Fridays',
      fix: 'remove what git objects to and commit again',
    },
  ])
  expect(status(root)).toEqual(before)
})

test('in the middle of a merge nothing is committed', () => {
  const root = busyRepository()
  commitAll(root)
  git(root, 'switch', '--quiet', '-c', 'theirs', 'HEAD~')
  put(root, 'theirs.txt', 'x\n')
  commitAll(root)
  git(root, 'merge', '--quiet', '--no-commit', '--no-ff', 'main')
  put(root, values, 'two\n')
  expect(commitTo(root, [values]).problems).toMatchObject([
    { reason: 'git does not commit: cannot do a partial commit during a merge.' },
  ])
})

test('a lock of another git process is a problem', () => {
  const root = busyRepository()
  put(root, values, 'two\n')
  put(root, '.git/index.lock', '')
  expect(commitTo(root, [values]).problems[0]!.reason).toMatch(
    /^git does not commit: Unable to create '.*index\.lock': File exists/,
  )
})

test('without a repository there is nowhere to commit to', () => {
  const root = emptyRoot()
  mkdirSync(join(root, 'apps'))
  expect(commitTo(root, [values])).toEqual({
    paths: [],
    problems: [
      {
        rule: 'not-a-repository',
        place: [],
        file: '.',
        reason: `${root} is not a git repository`,
        fix: 'run git init there',
      },
    ],
  })
  expect(contents(root)).toEqual({})
})
