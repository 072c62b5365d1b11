import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standing } from '../../generators/output/standing.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { git } from './sandbox.ts'

const file = 'apps/base/web/claim.yaml'
const folder = (): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-standing-')))
  mkdirSync(join(root, 'apps/base/web'), { recursive: true })
  writeFileSync(join(root, file), 'size: 1\n')
  return root
}

test('tells what is on the disk from what is committed', () => {
  const root = folder()
  git(root, 'init', '--quiet')
  expect(standing(openWorkTree(root)).committed(file)).toBeUndefined()
  git(root, 'add', '--all')
  git(root, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'One')
  writeFileSync(join(root, file), 'size: 2\n')
  const { now, committed, isFolder } = standing(openWorkTree(root))
  expect([now(file), committed(file)]).toEqual(['size: 2\n', 'size: 1\n'])
  expect([now('apps/none.yaml'), committed('apps/none.yaml')]).toEqual([undefined, undefined])
  expect([isFolder('apps/base'), isFolder(file), isFolder('none')]).toEqual([true, false, false])
})

test('without a repository, what stands is all that is known', () => {
  const { committed } = standing(openWorkTree(folder()))
  expect(committed(file)).toBe('size: 1\n')
})
