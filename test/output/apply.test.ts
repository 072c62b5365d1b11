import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apply } from '../../generators/output/apply.ts'
import { runsOf } from '../../generators/output/directory.ts'
import { openFolder, recall } from '../../generators/output/memory.ts'
import { survey } from '../../generators/output/survey.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { contents, contentsOf, ours, put, render, rendered, repository } from './sandbox.ts'

const [kept, changed, pruned, created] = [
  'apps/a/kept.yaml',
  'apps/a/changed.yaml',
  'apps/a/pruned.yaml',
  'apps/a/new.yaml',
]

test.each<[string, (root: string) => void, string]>([
  ['an edit of a file to be changed', (root) => put(root, changed, ours('mine: 1')), changed],
  ['the loss of a file to be changed', (root) => rmSync(join(root, changed)), changed],
  ['an edit of a file to be pruned', (root) => put(root, pruned, ours('mine: 1')), pruned],
  ['a file where a new one goes', (root) => put(root, created, 'mine: 1\n'), created],
])('%s, between the look and the write, is a problem and not a casualty', async (_, interfere, path) => {
  const root = repository()
  const tree = openWorkTree(root)
  await render(root, { [kept]: 'a: 1', [changed]: 'a: 1', [pruned]: 'a: 1' })
  const found = survey(tree, runsOf(rendered({ [kept]: 'a: 1', [changed]: 'a: 2', [created]: 'a: 2' })), {
    memory: recall(tree),
  })
  interfere(root)
  const before = contents(root)
  expect(apply(tree, found, { fingerprint: '' })).toEqual([
    {
      rule: 'changed-meanwhile',
      place: [],
      file: path,
      reason: `${path} changed while we rendered`,
      fix: 'render again',
    },
  ])
  expect(contents(root)).toEqual(before)
})

test('a directory that appears where a new one goes is a problem, and what went before it is taken back', async () => {
  const root = repository()
  const tree = openWorkTree(root)
  openFolder(tree)
  await render(root, { [changed]: 'a: 1' })
  const wanted = { [changed]: 'a: 2', 'clusters/a/x.yaml': 'a: 2' }
  const found = survey(tree, runsOf(rendered(wanted)), { memory: recall(tree) })
  put(root, 'clusters/a/x.yaml', 'mine: 1\n')
  expect(apply(tree, found, { fingerprint: '' })).toMatchObject([{ rule: 'changed-meanwhile' }])
  expect(contents(root)).toEqual({ ...contentsOf({ [changed]: 'a: 1' }), 'clusters/a/x.yaml': 'mine: 1\n' })
  rmSync(join(root, 'clusters'), { recursive: true })
  expect((await render(root, wanted)).problems).toEqual([])
  expect(contents(root)).toEqual(contentsOf(wanted))
})
