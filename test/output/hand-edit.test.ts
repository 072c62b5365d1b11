import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  commitAll,
  contents,
  contentsOf,
  emptyRoot,
  git,
  ours,
  put,
  render,
  repository,
  summary,
  tick,
} from './sandbox.ts'

const path = 'apps/base/monitoring/loki/values.yaml'
const version = (size: number) => ({ [path]: `size: ${size}` })
const edit = (root: string): void => put(root, path, ours('size: 5 # by hand'))
const edited = { [path]: ours('size: 5 # by hand') }

test('an edit by hand that is not committed is a problem, and stays', async () => {
  const root = repository()
  await render(root, version(1))
  commitAll(root)
  edit(root)
  const { problems } = await render(root, version(2))
  expect(problems).toEqual([
    {
      rule: 'hand-edit',
      place: [],
      file: path,
      reason: `${path} was edited by hand and is not committed`,
      fix: `commit it, undo it with git checkout -- ${path}, or render with --force to lose the edit`,
    },
  ])
  expect(contents(root)).toEqual(edited)
})

test('so is one in a file that was never committed, one that is staged, and one in a fresh clone', async () => {
  const never = repository()
  await render(never, version(1))
  edit(never)

  const staged = repository()
  await render(staged, version(1))
  commitAll(staged)
  edit(staged)
  git(staged, 'add', '--all')

  const clone = emptyRoot()
  git(clone, 'clone', '--quiet', staged, '.')
  edit(clone)

  for (const root of [never, staged, clone]) {
    expect(summary(await render(root, version(1))).problems).toEqual([
      `hand-edit: ${path} was edited by hand and is not committed`,
    ])
    expect(contents(root)).toEqual(edited)
  }
})

test('an edit that keeps size and time is found all the same', async () => {
  const root = repository()
  await render(root, version(1))
  const long = new Date(Date.now() - 3_600_000)
  utimesSync(join(root, path), long, long)
  await render(root, version(1))
  await tick()
  put(root, path, ours('size: 7'))
  utimesSync(join(root, path), long, long)
  expect((await render(root, version(2))).problems).toHaveLength(1)
  expect(contents(root)).toEqual(contentsOf(version(7)))
})

test('a file that was only touched is no edit', async () => {
  const root = repository()
  await render(root, version(1))
  utimesSync(join(root, path), 1, 1)
  expect(summary(await render(root, version(2)))).toMatchObject({ changed: [path], problems: [] })
})

test('a committed edit is overwritten: git keeps it', async () => {
  const root = repository()
  await render(root, version(1))
  edit(root)
  commitAll(root)
  expect(summary(await render(root, version(1)))).toMatchObject({ changed: [path], problems: [] })
  expect(contents(root)).toEqual(contentsOf(version(1)))
})

test('an edit that makes the file what is wanted is welcome', async () => {
  const root = repository()
  await render(root, version(1))
  put(root, path, ours('size: 2'))
  expect(summary(await render(root, version(2)))).toMatchObject({ unchanged: 1, problems: [] })
})

test('--force overwrites an edit', async () => {
  const root = repository()
  await render(root, version(1))
  edit(root)
  expect(summary(await render(root, version(2), { force: true }))).toMatchObject({ changed: [path], problems: [] })
  expect(contents(root)).toEqual(contentsOf(version(2)))
})

test('a file with an edit is not pruned, unless the edit is committed', async () => {
  const root = repository()
  await render(root, version(1))
  edit(root)
  expect((await render(root, {})).problems).toHaveLength(1)
  expect(contents(root)).toEqual(edited)
  commitAll(root)
  expect(summary(await render(root, {}))).toMatchObject({ pruned: [path], problems: [] })
})

test('a file whose header a person took away is theirs: not pruned, and in the way when it is wanted', async () => {
  const root = repository()
  await render(root, version(1))
  put(root, path, 'size: 1\n')
  expect(summary(await render(root, {}))).toMatchObject({ pruned: [], problems: [] })
  expect(summary(await render(root, version(1), { force: true })).problems).toEqual([
    `file-in-the-way: ${path} is not ours: it does not carry our header`,
  ])
})

test('a file that a person deleted comes back', async () => {
  const root = repository()
  await render(root, version(1))
  rmSync(join(root, path))
  expect(summary(await render(root, version(1)))).toMatchObject({ created: [path], problems: [] })
})

test('without git, memory alone tells an edit from what was rendered', async () => {
  const root = emptyRoot()
  await render(root, version(1))
  edit(root)
  expect(summary(await render(root, version(2))).problems).toEqual([`hand-edit: ${path} was edited by hand`])
})

test('without git and memory nobody can tell, so nothing is lost', async () => {
  const root = emptyRoot()
  edit(root)
  expect(summary(await render(root, version(2))).problems).toEqual([
    `hand-edit: ${path} is not what would be rendered, and nothing tells whether by hand: ${root} is not a git repository`,
  ])
})

test('git compares as it commits: line ends that it converts are no edit', async () => {
  const root = repository()
  git(root, 'config', 'core.autocrlf', 'true')
  await render(root, version(1))
  commitAll(root)
  put(root, path, ours('size: 1').replaceAll('\n', '\r\n'))
  expect(summary(await render(root, version(2)))).toMatchObject({ changed: [path], problems: [] })
})

test('a root below the top of the repository is compared with its own part of HEAD', async () => {
  const top = repository()
  const root = join(top, 'platform/fleet')
  put(top, 'platform/fleet/README.md', 'hello\n')
  await render(root, version(1))
  put(root, path, ours('size: 6'))
  expect((await render(root, version(2))).problems).toHaveLength(1)
  commitAll(top)
  expect(summary(await render(root, version(2)))).toMatchObject({ changed: [path], problems: [] })
})
