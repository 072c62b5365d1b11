import { chmodSync, lstatSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recall } from '../../generators/output/memory.ts'
import { isUntouched } from '../../generators/output/untouched.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { contents, contentsOf, identity, ours, put, render, repository, tick } from './sandbox.ts'

const values = 'apps/base/monitoring/loki/values.yaml'
const cluster = 'clusters/homelab/monitoring/loki.yaml'
const secret = 'clusters/homelab/monitoring/secrets.sops.yaml'
const files = { [values]: 'size: 1', [cluster]: 'name: loki' }

const untouched = (root: string, fingerprint = 'the fleet'): boolean => {
  const tree = openWorkTree(root)
  return isUntouched(tree, recall(tree)!, fingerprint)
}

async function renderedTree(): Promise<string> {
  const root = repository()
  put(root, secret, 'data: ENC[…]\n')
  await render(root, files, {
    inputs: new Map([
      [secret, 'data: ENC[…]\n'],
      ['apps/absent.yaml', undefined],
    ]),
  })
  await tick()
  return root
}

test('a tree is untouched after a render, and after another one that changed nothing', async () => {
  const root = await renderedTree()
  expect(untouched(root)).toBe(true)
  await render(root, files)
  expect(untouched(root)).toBe(true)
})

test('a tree that was just rendered is untouched, although its files are as new as the memory', async () => {
  const root = repository()
  await render(root, files)
  expect(untouched(root)).toBe(true)
})

test('another fingerprint is another render', async () => {
  expect(untouched(await renderedTree(), 'another fleet')).toBe(false)
})

test.each<[string, (root: string) => void]>([
  ['an edit', (root) => put(root, values, ours('size: 22'))],
  ['an edit of the same size', (root) => put(root, values, ours('size: 2'))],
  [
    'an edit of the same size that restores the time',
    (root) => {
      const { mtime, atime } = lstatSync(join(root, values))
      put(root, values, ours('size: 2'))
      utimesSync(join(root, values), atime, mtime)
    },
  ],
  ['a deleted file', (root) => rmSync(join(root, values))],
  ['a deleted directory', (root) => rmSync(join(root, 'clusters'), { recursive: true })],
  [
    'a directory that became a file',
    (root) => {
      rmSync(join(root, 'clusters'), { recursive: true })
      writeFileSync(join(root, 'clusters'), '')
    },
  ],
  ['a file of ours that came back', (root) => put(root, 'apps/base/monitoring/tempo/values.yaml', ours('size: 1'))],
  ['an edited input', (root) => put(root, secret, 'data: ENC[,,,]\n')],
  ['an input that was absent', (root) => put(root, 'apps/absent.yaml', 'a: 1\n')],
  ['a lost input', (root) => rmSync(join(root, secret))],
])('%s is noticed', async (_, touch) => {
  const root = await renderedTree()
  touch(root)
  expect(untouched(root)).toBe(false)
})

test('what only looked changed is looked at once: the next render remembers it', async () => {
  const root = await renderedTree()
  chmodSync(join(root, values), 0o600)
  expect(untouched(root)).toBe(false)
  const before = identity(root, values)
  await render(root, files)
  expect(untouched(root)).toBe(true)
  expect(identity(root, values)).toEqual(before)
})

test('a file as new as the memory is read, since an edit in the same tick would not show in its time', async () => {
  const root = await renderedTree()
  const second = 1_700_000_000
  utimesSync(join(root, values), second, second)
  await render(root, files)
  const tree = openWorkTree(root)
  const memory = { ...recall(tree)!, finishedAt: Infinity }
  put(root, values, ours('size: 2'))
  utimesSync(join(root, values), second, second)
  expect(isUntouched(tree, memory, 'the fleet')).toBe(true)
  expect(isUntouched(tree, { ...memory, recordedAt: second * 1000 }, 'the fleet')).toBe(false)
})

test('a memory that cannot be read is none', async () => {
  const root = await renderedTree()
  writeFileSync(join(root, '.git/fleetwright/memory.json'), '{"version":1,"files":{"apps')
  expect(recall(openWorkTree(root))).toBeUndefined()
  await render(root, files)
  expect(contents(root)).toMatchObject(contentsOf(files))
  expect(untouched(root)).toBe(true)
})
