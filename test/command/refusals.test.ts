import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Checkout, checkout, fleet, fleetFile, refused } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const values = 'apps/base/web/web/values.yaml'
const written = (path: string) => readFileSync(join(here.folder, path), 'utf8')

describe('a file in the way that is not ours', () => {
  test('is left alone, whatever is said, and so is all the rest', () => {
    here.write(values, 'mine: true\n')
    const inTheWay = refused(
      values,
      `${values} is not ours: it does not carry our header`,
      'move it away',
      'file-in-the-way',
    )
    expect(here.render()).toEqual(inTheWay)
    expect(here.render('--force')).toEqual(inTheWay)
    expect(here.tree()).toEqual({ [values]: 'mine: true\n' })
  })
})

describe('a hand edit', () => {
  const edit = () => {
    here.render()
    here.write(values, `${written(values)}replicas: 9\n`)
    here.write(fleetFile, fleet({ version: '1.0.1' }))
  }

  test('that is not committed keeps the whole tree as it is', () => {
    edit()
    const before = here.tree()
    expect(here.render()).toEqual(
      refused(
        values,
        `${values} was edited by hand and is not committed`,
        `commit it, undo it with git checkout -- ${values}, or render with --force to lose the edit`,
        'hand-edit',
      ),
    )
    expect(here.tree()).toEqual(before)
  })

  test('is lost by --force', () => {
    edit()
    expect(here.render('--force')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: '4 files written (4 changed), 11 unchanged.',
    })
    expect(written(values)).not.toContain('replicas')
  })

  test('that is committed is replaced: git has it', () => {
    edit()
    here.commitAll()
    expect(here.render()).toMatchObject({ exitCode: 0, stderr: '' })
    expect(written(values)).not.toContain('replicas')
  })
})

/** Root may write everywhere but into what is immutable, which not every file system knows. */
const immutable = (folder: string, on: boolean): boolean => spawnSync('chattr', [on ? '+i' : '-i', folder]).status === 0
const canBeImmutable = (): boolean => {
  const folder = join(here.folder, 'generators')
  return immutable(folder, true) && immutable(folder, false)
}

test('a folder that cannot be written to leaves the tree as it was', ({ skip }) => {
  skip(!canBeImmutable(), 'chattr +i needs root and a file system that knows it')
  here.render()
  const before = here.tree()
  here.write(fleetFile, fleet({ version: '1.0.1', b: '' }))
  const folder = join(here.folder, 'clusters/b/web')
  immutable(folder, true)
  try {
    expect(here.render()).toEqual(
      refused(
        'clusters/b/web/web.yaml',
        'clusters/b/web/web.yaml cannot be written: the system does not permit it',
        'see whether the file or its folder is locked or immutable',
        'cannot-write',
      ),
    )
    expect(here.tree()).toEqual(before)
  } finally {
    immutable(folder, false)
  }
  expect(here.render()).toMatchObject({ exitCode: 0, stderr: '' })
})

test('killed at any moment, every file is old or new, and the next render puts the tree right', async () => {
  const sources = { old: fleet(), new: fleet({ version: '1.0.1', a: 'web({ values: { replicas: 3 } })', b: 'web()' }) }
  const render = (version: keyof typeof sources) => {
    here.write(fleetFile, sources[version])
    expect(here.render()).toMatchObject({ exitCode: 0, stderr: '' })
    return here.tree()
  }
  const trees = { new: render('new'), old: render('old') }
  for (const after of [120, 180, 210, 240, 270, 300]) {
    here.write(fleetFile, sources.new)
    const child = spawn(process.execPath, ['scripts/render.mjs'], { cwd: here.folder, stdio: 'ignore' })
    const exited = once(child, 'exit')
    await setTimeout(after)
    child.kill('SIGKILL')
    await exited
    const strange = Object.entries(here.tree()).filter(
      ([path, content]) => content !== trees.old[path] && content !== trees.new[path],
    )
    expect(strange).toEqual([])
    expect(render('new')).toEqual(trees.new)
    expect(render('old')).toEqual(trees.old)
  }
})

test('without git a render works, and a commit does not', () => {
  rmSync(join(here.folder, '.git'), { recursive: true })
  try {
    expect(here.render()).toEqual({ exitCode: 0, stderr: '', stdout: '15 files written (15 new).' })
    expect(here.render('--check')).toMatchObject({ exitCode: 0 })
    expect(here.render('--commit')).toEqual({
      ...refused('the repository', `${here.folder} is not a git repository`, 'run git init there', 'not-a-repository'),
      stdout: 'Nothing to do: 15 files are as the fleet says.',
    })
  } finally {
    here.remove()
    here = checkout()
  }
})
