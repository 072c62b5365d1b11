import { expect, test } from 'vitest'
import { shown } from '../../generators/promote/edit.ts'

const source = 'const a = web({\n  size: 1,\n})\nconst b = web()\n'

test('an edit is shown as a diff of the lines that it touches, below its place', () => {
  const start = source.indexOf('web()') + 4
  expect(shown('fleet.ts', source, [{ start, end: start, text: '{ size: 2 }' }])).toBe(
    'fleet.ts:4\n-const b = web()\n+const b = web({ size: 2 })\n',
  )
})

test('one that puts lines behind a line is shown below that line, which stays', () => {
  const start = source.indexOf('\n')
  expect(shown('fleet.ts', source, [{ start, end: start, text: '\n  version: 2,' }])).toBe(
    'fleet.ts:1\n const a = web({\n+  version: 2,\n',
  )
})
