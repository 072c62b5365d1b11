import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySteps } from '../../../generators/compare/build/json-patch.ts'
import { patchSteps } from '../../../generators/plan/json-patch.ts'

test.each([
  ['a member', { a: 1 }, { op: 'add', path: '/b', value: 2 }, { a: 1, b: 2 }],
  ['a member that is there', { a: 1 }, { op: 'add', path: '/a', value: 2 }, { a: 2 }],
  ['an item at the end', { a: [1] }, { op: 'add', path: '/a/-', value: 2 }, { a: [1, 2] }],
  ['an item before another', { a: [1] }, { op: 'add', path: '/a/0', value: 2 }, { a: [2, 1] }],
  ['another value', { a: { b: 1 } }, { op: 'replace', path: '/a/b', value: 2 }, { a: { b: 2 } }],
  ['another item', { a: [1, 2] }, { op: 'replace', path: '/a/1', value: 3 }, { a: [1, 3] }],
  ['one member less', { a: 1, b: 2 }, { op: 'remove', path: '/a' }, { b: 2 }],
  ['one item less', { a: [1, 2] }, { op: 'remove', path: '/a/0' }, { a: [2] }],
  ['a key with a slash and a tilde', {}, { op: 'add', path: '/a~1b~0c', value: 1 }, { 'a/b~c': 1 }],
])('a step makes %s', (_, value, step, result) => {
  expect(applySteps(value, [step])).toEqual(result)
})

test.each([
  ['replaces what is not there', { op: 'replace', path: '/b', value: 1 }],
  ['removes what is not there', { op: 'remove', path: '/b' }],
  ['adds below what is not there', { op: 'add', path: '/b/c', value: 1 }],
  ['adds behind the end of a list', { op: 'add', path: '/list/2', value: 1 }],
  ['removes behind the end of a list', { op: 'remove', path: '/list/-' }],
  ['goes into a text', { op: 'add', path: '/text/0', value: 1 }],
  ['tests', { op: 'test', path: '/text', value: 'a' }],
  ['has no path', { op: 'add', value: 1 }],
])('a step that %s does not apply', (_, step) => {
  expect(applySteps({ list: [1], text: 'a' }, [step])).toBeUndefined()
})

test('the steps that we write from one value to another lead there', () => {
  const member = fc.string({ maxLength: 3 }).filter((key) => key !== '__proto__')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.string(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(member, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }))
  const map = fc.dictionary(member, value, { maxKeys: 3, noNullPrototype: true })
  fc.assert(
    fc.property(map, map, (from, to) => {
      expect(applySteps(from, patchSteps(from, to))).toEqual(to)
    }),
  )
})
