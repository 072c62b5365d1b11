import { join } from 'node:path'
import { expect, test } from 'vitest'
import { swap } from '../../generators/output/swap.ts'
import { contents, emptyRoot, identity, put } from './sandbox.ts'

/** Paths from the root, as in a test one writes them. */
const move = (root: string, from: string, to: string, backup?: string) => ({
  from: join(root, from),
  to: join(root, to),
  backup: backup && join(root, backup),
})

test('moves come, go and replace, and what was replaced is kept', () => {
  const root = emptyRoot()
  for (const path of ['stage/dir/x', 'stage/changed', 'tree/changed', 'tree/gone']) put(root, path, path)
  swap([
    move(root, 'tree/gone', 'stage/gone'),
    move(root, 'stage/dir', 'tree/dir'),
    move(root, 'stage/changed', 'tree/changed', 'stage/old'),
  ])
  expect(contents(root)).toEqual({
    'stage/gone': 'tree/gone',
    'stage/old': 'tree/changed',
    'tree/changed': 'stage/changed',
    'tree/dir/x': 'stage/dir/x',
  })
})

test('a refused move takes all others back', () => {
  const root = emptyRoot()
  const tree = () => contents(join(root, 'tree'))
  for (const path of ['stage/dir/x', 'stage/changed', 'stage/more/x', 'tree/changed', 'tree/gone', 'tree/full/y'])
    put(root, path, path)
  const before = [tree(), identity(root, 'tree/changed').ino]
  expect(() =>
    swap([
      move(root, 'tree/gone', 'stage/gone'),
      move(root, 'stage/dir', 'tree/dir'),
      move(root, 'stage/changed', 'tree/changed', 'stage/old'),
      move(root, 'stage/more', 'tree/full'),
    ]),
  ).toThrow('ENOTEMPTY')
  expect([tree(), identity(root, 'tree/changed').ino]).toEqual(before)
})
