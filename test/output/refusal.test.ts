import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileProcess } from './child.ts'
import {
  asOrdinaryUser,
  contents,
  contentsOf,
  emptyRoot,
  identity,
  paths,
  render,
  repository,
  summary,
} from './sandbox.ts'

const [a, b, c] = ['apps/base/a/values.yaml', 'clusters/b/values.yaml', 'infrastructure/base/c/values.yaml']

test('a folder that may not be written to leaves the whole tree as it was', async () => {
  const root = repository()
  await render(root, { [a]: 'a: 1', [b]: 'b: 1', [c]: 'c: 1' })
  chmodSync(join(root, 'infrastructure/base/c'), 0o555)
  const before = [identity(root, a).ino, identity(root, b).ino]
  const survey = await asOrdinaryUser(root, () =>
    render(root, { [a]: 'a: 2', 'apps/base/d/values.yaml': 'd: 1', [c]: 'c: 2' }),
  )
  expect(survey.problems).toEqual([
    {
      rule: 'cannot-write',
      place: [],
      file: c,
      reason: `${c} cannot be written: permission is denied`,
      fix: 'give the user who renders permission to it',
    },
  ])
  expect(contents(root)).toEqual(contentsOf({ [a]: 'a: 1', [b]: 'b: 1', [c]: 'c: 1' }))
  expect([identity(root, a).ino, identity(root, b).ino]).toEqual(before)
  expect(paths(root)).not.toContain('apps/base/d/')
  chmodSync(join(root, 'infrastructure/base/c'), 0o755)
  expect(summary(await asOrdinaryUser(root, () => render(root, { [a]: 'a: 2', [c]: 'c: 2' })))).toMatchObject({
    changed: [a, c],
    pruned: [b],
    problems: [],
  })
})

test('a git directory that may not be written to is a problem', async () => {
  const root = repository()
  chmodSync(join(root, '.git'), 0o555)
  const { problems } = await asOrdinaryUser(root, () => render(root, { [a]: 'a: 1' }))
  expect(problems.map(({ reason }) => reason)).toEqual(['.git/fleetwright cannot be written: permission is denied'])
  expect(contents(root)).toEqual({})
})

test("a file or folder that may not be read is a problem where a file is wanted, and nobody's business elsewhere", async () => {
  const root = repository()
  await render(root, { [a]: 'a: 1' })
  rmSync(join(root, '.git/fleetwright'), { recursive: true })
  mkdirSync(join(root, 'clusters/b'), { recursive: true })
  mkdirSync(join(root, 'clusters/private'))
  chmodSync(join(root, a), 0)
  chmodSync(join(root, 'clusters/b'), 0)
  chmodSync(join(root, 'clusters/private'), 0)
  const { problems } = await asOrdinaryUser(root, () => render(root, { [a]: 'a: 1', [b]: 'b: 1' }))
  expect(problems.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([
    `cannot-read: ${a} cannot be read: permission is denied`,
    'cannot-read: clusters/b cannot be read: permission is denied',
  ])
})

/** Whether a test may mount file systems of its own, which nobody else sees. */
const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0

/** Runs shell lines with `$root`, a fresh repository, and `render VERSION`. Returns what they print, line by line. */
async function withMounts(lines: string): Promise<string[]> {
  const root = repository()
  const script = await compileProcess(emptyRoot())
  const prelude = `
    set -e
    root=${root}
    cd $root
    render() { '${process.execPath}' '${script}' $root once $1; }
    tree() { find apps clusters infrastructure -type f -exec sha1sum {} + 2>/dev/null | sort | sha1sum; }
  `
  const output = execFileSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', prelude + lines], {
    encoding: 'utf8',
  })
  return output.trim().split('\n')
}

const reasonsOf = (line: string): string[] => JSON.parse(line).map(({ reason }: { reason: string }) => reason)

test.runIf(canMount)('a full disk leaves the tree as it was (needs unshare, to mount a small one)', async () => {
  const [few, before, full, after, left, more] = await withMounts(`
    mount -t tmpfs -o size=2m tmpfs $root
    cd $root
    git init --quiet
    render few
    tree
    render old
    tree
    ls .git/fleetwright
    mount -o remount,size=50m $root
    render old
  `)
  expect(few).toBe('done')
  expect(reasonsOf(full!)).toEqual([
    expect.stringMatching(/^\.git\/fleetwright\/staging\/.* cannot be written: no space is left on the disk$/),
  ])
  expect(after).toBe(before)
  expect(left).toBe('memory.json')
  expect(more).toBe('done')
})

test.runIf(canMount)(
  'a folder on another file system leaves the tree as it was (needs unshare, to mount one)',
  async () => {
    const [few, before, other, after] = await withMounts(`
    render few
    mkdir -p infrastructure
    mount -t tmpfs tmpfs infrastructure
    tree
    render old
    tree
  `)
    expect(few).toBe('done')
    expect(reasonsOf(other!)).toEqual([
      expect.stringMatching(/^infrastructure\/.* cannot be written: its folder is on another file system$/),
    ])
    expect(after).toBe(before)
  },
)

test.runIf(canMount)('a git directory on another file system does no harm (needs unshare, to mount one)', async () => {
  const [old, next, left, status] = await withMounts(`
    mount -t tmpfs tmpfs .git
    git init --quiet
    render old
    render new
    ls -A
    git status --porcelain
  `)
  expect([old, next]).toEqual(['done', 'done'])
  expect([left, status]).toEqual(['.git', 'apps'])
})

test.runIf(canMount)('a read-only file system is a problem (needs unshare, to mount one)', async () => {
  const [few, readOnly] = await withMounts(`
    mount -t tmpfs tmpfs $root
    cd $root
    git init --quiet
    render few
    mount -o remount,ro $root
    render old
  `)
  expect(few).toBe('done')
  expect(reasonsOf(readOnly!)).toEqual([expect.stringMatching(/cannot be written: the file system is read-only$/)])
})
