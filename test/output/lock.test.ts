import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Holder } from '../../generators/output/lock.ts'
import { compileProcess, start } from './child.ts'
import { contents, contentsOf, emptyRoot, put, render, repository } from './sandbox.ts'
import { versionOf } from './versions.ts'

const files = { 'apps/base/monitoring/loki/values.yaml': 'size: 1' }
const trees = (['old', 'new'] as const).map((version) =>
  Object.fromEntries(versionOf(version).map(({ path, content }) => [path, content])),
)
const folderOf = (root: string): string => join(root, '.git/fleetwright')

test('the second of two renders waits, says for whom, and has the last word', async () => {
  const script = await compileProcess(emptyRoot())
  const root = repository()
  const first = start(script, root, 'hold', 'old')
  await first.says('holds')
  const second = start(script, root, 'once', 'new')
  await second.says(`waits for ${first.pid}`)
  put(root, 'go', '')
  await Promise.all([first.says('done'), second.says('done')])
  expect(second.lines).toEqual([`waits for ${first.pid}`, 'done'])
  const { go, ...tree } = contents(root)
  expect(tree).toEqual(trees[1])
})

test('of many renders at once each has the tree for itself', async () => {
  const script = await compileProcess(emptyRoot())
  const root = repository()
  const versions = ['old', 'new', 'old', 'new'] as const
  const children = versions.map((version) => start(script, root, 'once', version))
  await Promise.all(children.map((child) => child.says('done')))
  expect(trees).toContainEqual(contents(root))
})

test('the lock of a killed render is no lock', async () => {
  const script = await compileProcess(emptyRoot())
  const root = repository()
  const killed = start(script, root, 'hold', 'old')
  await killed.says('holds')
  await killed.kill()
  const waits: Holder[] = []
  await render(root, files, { onWait: (holder) => waits.push(holder) })
  expect(waits).toEqual([])
  expect(contents(root)).toEqual(contentsOf(files))
  expect(readdirSync(folderOf(root))).toEqual(['memory.json'])
})

// Only Linux tells when a process started.
test.runIf(existsSync('/proc/self/stat'))('nor is that of a process whose number another one has now', async () => {
  const root = repository()
  await render(root, {})
  writeFileSync(join(folderOf(root), `lock-${process.pid}-1-x-${encodeURIComponent(hostname())}`), '')
  expect((await render(root, files, { patience: 0 })).problems).toEqual([])
})

test('patience ends with a problem that names the process, and the tree is as before', async () => {
  const root = repository()
  await render(root, {})
  const lock = join(folderOf(root), 'lock-4711-99-x-another.example')
  writeFileSync(lock, '')
  const waits: Holder[] = []
  const { problems } = await render(root, files, { patience: 100, onWait: (holder) => waits.push(holder) })
  expect(waits).toEqual([{ pid: 4711, started: '99', host: 'another.example' }])
  expect(problems).toEqual([
    {
      rule: 'render-running',
      place: [],
      file: '.',
      reason: 'another render of this tree runs: process 4711 on another.example',
      fix: `wait for its end, or remove ${folderOf(root)}/lock-4711-* if it runs no more`,
    },
  ])
  expect(contents(root)).toEqual({})
})
