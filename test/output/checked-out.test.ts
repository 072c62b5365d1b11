import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkedOut } from '../../generators/output/checked-out.ts'
import { commitAll, emptyRoot, git, repository } from './sandbox.ts'

test('what is checked out is a commit, and what of our folders is not in it', () => {
  const root = repository()
  for (const folder of ['apps', 'notes']) mkdirSync(join(root, folder))
  for (const file of ['apps/a.yaml', 'notes/b.md']) writeFileSync(join(root, file), 'one')
  commitAll(root)
  const commit = git(root, 'rev-parse', 'HEAD').trim()
  expect(checkedOut(root)).toEqual({ commit, uncommitted: [] })

  for (const file of ['apps/a.yaml', 'apps/new.yaml', 'notes/b.md']) writeFileSync(join(root, file), 'two')
  expect(checkedOut(root)).toEqual({ commit, uncommitted: ['apps/a.yaml', 'apps/new.yaml'] })
})

test('there is no commit before the first, and none without a repository', () => {
  expect(checkedOut(repository())).toEqual({ commit: undefined, uncommitted: [] })
  expect(checkedOut(emptyRoot())).toEqual({ commit: undefined, uncommitted: [] })
})
