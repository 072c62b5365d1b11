import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRepository, type Repository } from '../../generators/output/git.ts'
import { prunedSinceHead } from '../../generators/output/pruned.ts'
import { commitAll, git, ours, put, render, repository } from './sandbox.ts'

const values = 'apps/base/monitoring/loki/values.yaml'
const board = 'apps/base/monitoring/boards/nodes.json'
const kustomization = 'apps/base/monitoring/boards/kustomization.yaml'
const list = 'configMapGenerator:\n  - name: boards\n    files:\n      - nodes.json'

const pruned = (root: string) => prunedSinceHead(findRepository(root) as Repository)

test('what a render prunes is known until it is committed', async () => {
  const root = repository()
  await render(root, { [values]: 'size: 1', [board]: '{}', [kustomization]: list })
  commitAll(root)
  expect(pruned(root)).toEqual([])
  await render(root, {})
  expect(pruned(root)).toEqual([kustomization, board, values])
  await render(root, { [values]: 'size: 1' })
  expect(pruned(root)).toEqual([kustomization, board])
  commitAll(root)
  expect(pruned(root)).toEqual([])
})

test('what a person keeps among our files and removes is none of ours', async () => {
  const root = repository()
  await render(root, { [board]: '{}', [kustomization]: list })
  const own = ['apps/base/monitoring/boards/own.json', 'clusters/homelab/own.yaml', 'clusters/homelab/ümlaut.bin']
  for (const path of own) put(root, path, `mine: "ü"\n${ours('quoted')}`)
  put(root, 'docs/kept.yaml', ours('elsewhere'))
  commitAll(root)
  for (const path of [...own, 'docs/kept.yaml', board]) rmSync(join(root, path))
  expect(pruned(root)).toEqual([board])
})

test('in a folder of a larger repository, paths are from our root', async () => {
  const top = repository()
  put(top, 'platform/README.md', 'ours is below\n')
  put(top, values, ours('not ours: it stands at the top'))
  const root = join(top, 'platform')
  await render(root, { [values]: 'size: 1' })
  commitAll(top)
  await render(root, {})
  rmSync(join(top, values))
  expect(pruned(root)).toEqual([values])
})

test('before the first commit there is nothing to prune', async () => {
  const root = repository()
  await render(root, { [values]: 'size: 1' })
  git(root, 'add', '--all')
  await render(root, {})
  expect(pruned(root)).toEqual([])
})
