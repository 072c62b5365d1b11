import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replaceText } from '../../generators/output/replace-text.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { emptyRoot, paths, put, repository } from './sandbox.ts'

const replaced = (root: string, from = 'old\n') => {
  const done = replaceText(openWorkTree(root), 'fleet.ts', from, 'new\n')
  if ('rule' in done) throw new Error(done.reason)
  return done
}

describe.each([
  ['a repository', repository],
  ['a folder without git', emptyRoot],
])('in %s a file', (_, open) => {
  test('is new at once, with the rights that it had, and nothing else is left behind when it is kept', () => {
    const root = open()
    put(root, 'fleet.ts', 'old\n')
    chmodSync(join(root, 'fleet.ts'), 0o640)
    replaced(root).keep()
    expect(readFileSync(join(root, 'fleet.ts'), 'utf8')).toBe('new\n')
    expect(statSync(join(root, 'fleet.ts')).mode & 0o777).toBe(0o640)
    expect(paths(root).filter((path) => path.includes('replaced') || path.includes('arriving'))).toEqual([])
  })

  test('is the very file that it was when it is put back', () => {
    const root = open()
    put(root, 'fleet.ts', 'old\n')
    const { ino, mtimeMs } = lstatSync(join(root, 'fleet.ts'))
    replaced(root).putBack()
    expect(lstatSync(join(root, 'fleet.ts'))).toMatchObject({ ino, mtimeMs })
  })

  test('is left alone when it is not what was read', () => {
    const root = open()
    put(root, 'fleet.ts', 'newer\n')
    expect(replaceText(openWorkTree(root), 'fleet.ts', 'old\n', 'new\n')).toMatchObject({
      rule: 'changed-meanwhile',
      reason: 'fleet.ts changed while we worked',
    })
    expect(readFileSync(join(root, 'fleet.ts'), 'utf8')).toBe('newer\n')
  })
})

test('a link stays a link, and the file that it names is replaced', () => {
  const root = repository()
  put(root, 'shared/fleet.ts', 'old\n')
  symlinkSync('shared/fleet.ts', join(root, 'fleet.ts'))
  replaced(root).keep()
  expect(lstatSync(join(root, 'fleet.ts')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(root, 'shared/fleet.ts'), 'utf8')).toBe('new\n')
})
