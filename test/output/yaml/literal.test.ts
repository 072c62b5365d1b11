import { describe, expect, test } from 'vitest'
import { toLiteral } from '../../../generators/output/yaml/literal.ts'

const indent = '  '

describe('a block says what its last lines are', () => {
  test.each([
    ['a\nb', '|-\n  a\n  b\n', 'no end of line'],
    ['a\nb\n', '|\n  a\n  b\n', 'one'],
    ['a\nb\n\n\n', '|+\n  a\n  b\n\n\n', 'several'],
  ])('%j: %j, %s', (text, block) => {
    expect(toLiteral(text, indent)).toBe(block)
  })
})

test('empty lines stay empty, and deeper lines deeper', () => {
  expect(toLiteral('groups:\n\n  - name: a\n', '      ')).toBe('|\n      groups:\n\n        - name: a\n')
})

test('a block that opens with a blank or an empty line says where its lines start', () => {
  expect(toLiteral('  a\nb', indent)).toBe('|2-\n    a\n  b\n')
  expect(toLiteral('\na', indent)).toBe('|2-\n\n  a\n')
})

test('tabs and blanks within stay what they are', () => {
  expect(toLiteral('all: \n\tgo build\n', indent)).toBe('|\n  all: \n  \tgo build\n')
})

test.each([
  ['a', 'a single line'],
  ['\n\n', 'empty lines alone'],
  ['\ta\nb', 'a tab at the start, where readers look for spaces'],
  ['\n\ta', 'the same after an empty line'],
  ['a\n  ', 'a last line of blanks'],
  ['a\nb \n', 'blanks at the very end'],
  ['a\r\nb', 'a carriage return'],
  ['a\n\u2028b', 'a line separator'],
  ['a\n\0', 'a control character'],
  ['\uFEFFa\nb', 'a byte order mark'],
])('no block carries %j: %s', (text) => {
  expect(toLiteral(text, indent)).toBeUndefined()
})
