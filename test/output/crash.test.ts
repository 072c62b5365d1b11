import { chmodSync, copyFileSync, linkSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runsOf } from '../../generators/output/directory.ts'
import { write } from '../../generators/output/tree.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { compileProcess, start } from './child.ts'
import {
  asOrdinaryUser,
  contents,
  contentsOf,
  emptyRoot,
  ours,
  paths,
  put,
  render,
  repository,
  summary,
} from './sandbox.ts'
import { type Version, versionOf } from './versions.ts'

const byPath = (version: Version): Record<string, string> =>
  Object.fromEntries(versionOf(version).map(({ path, content }) => [path, content]))
const trees = { old: byPath('old'), new: byPath('new') }

/** What `paths` shows of a tree that holds these files and nothing else. */
const pathsOf = (files: Readonly<Record<string, string>>): string[] => {
  const parts = Object.keys(files).flatMap((path) => [
    path,
    ...Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1)),
  ])
  return [...new Set(parts)].sort()
}

/** Numbers from 0 to 1, the same ones in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

test('killed at any moment, every file is old or new, and the next render finishes the work', async () => {
  const script = await compileProcess(emptyRoot())
  const root = repository()
  const next = random(20_261_121)
  for (let round = 1; round <= 24; round++) {
    const child = start(script, root, 'loop', next() < 0.5 ? 'old' : 'new')
    await child.says('starts')
    await setTimeout(next() * 500)
    await child.kill()
    const strange = Object.entries(contents(root)).filter(
      ([path, content]) => content !== trees.old[path] && content !== trees.new[path],
    )
    expect(strange, `neither old nor new after kill ${round}`).toEqual([])
    // Every third render is killed before the one before it was put right.
    if (round % 3 === 1) continue

    const wanted = next() < 0.5 ? 'old' : 'new'
    const { problems } = await write(openWorkTree(root), runsOf(versionOf(wanted)), { fingerprint: wanted })
    expect(problems, `after kill ${round}`).toEqual([])
    expect(contents(root)).toEqual(trees[wanted])
    expect(paths(root)).toEqual(pathsOf(trees[wanted]))
    expect(readdirSync(join(root, '.git/fleetwright'))).toEqual(['memory.json'])
  }
}, 240_000)

const [first, second] = ['apps/base/a/values.yaml', 'apps/base/b/values.yaml']
const version = (size: number) => ({ [first]: `size: ${size}`, [second]: `size: ${size}` })

/** A tree of version 1 in which the render of version 2 was killed when it had replaced the first of two files. */
async function halfWay(): Promise<string> {
  const root = repository()
  const aside = emptyRoot()
  const memory = join(root, '.git/fleetwright/memory.json')
  await render(root, version(1))
  linkSync(join(root, second), join(aside, 'second'))
  copyFileSync(memory, join(aside, 'memory'))
  await render(root, version(2))
  renameSync(join(aside, 'second'), join(root, second))
  renameSync(memory, join(root, '.git/fleetwright/intent.json'))
  renameSync(join(aside, 'memory'), memory)
  put(root, '.git/fleetwright/staging/new/apps/base/b/values.yaml', ours('size: 2'))
  return root
}

test('what a killed render wrote is no hand edit, whatever is wanted next', async () => {
  const root = await halfWay()
  expect(contents(root)).toEqual(contentsOf({ [first]: 'size: 2', [second]: 'size: 1' }))
  expect(summary(await render(root, version(3)))).toMatchObject({ changed: [first, second], problems: [] })
  expect(contents(root)).toEqual(contentsOf(version(3)))
  expect(readdirSync(join(root, '.git/fleetwright'))).toEqual(['memory.json'])
})

test('nor is it when the render after it comes to nothing as well', async () => {
  const root = await halfWay()
  chmodSync(join(root, 'apps/base/b'), 0o555)
  expect((await asOrdinaryUser(root, () => render(root, version(3)))).problems).toMatchObject([
    { rule: 'cannot-write' },
  ])
  expect(contents(root)).toEqual(contentsOf({ [first]: 'size: 2', [second]: 'size: 1' }))
  chmodSync(join(root, 'apps/base/b'), 0o755)
  expect((await asOrdinaryUser(root, () => render(root, version(4)))).problems).toEqual([])
  expect(contents(root)).toEqual(contentsOf(version(4)))
})

test('what a person edits after a kill is a hand edit', async () => {
  for (const path of [first, second]) {
    const root = await halfWay()
    put(root, path, ours('size: 9'))
    expect(summary(await render(root, version(2))).problems).toEqual([
      `hand-edit: ${path} was edited by hand and is not committed`,
    ])
  }
})

test('directories that a killed render emptied go with the next one', async () => {
  const root = await halfWay()
  put(root, 'apps/base/a/gone', '')
  renameSync(join(root, first), join(root, '.git/pruned'))
  renameSync(join(root, 'apps/base/a/gone'), join(root, '.git/gone'))
  await render(root, { [second]: 'size: 2' })
  expect(paths(root)).toEqual(['apps/', 'apps/base/', 'apps/base/b/', second])
})
