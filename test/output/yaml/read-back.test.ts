import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { readBack } from '../../../generators/output/yaml/read-back.ts'
import { nastyNumber, nastyString, nastyValue } from './nasty.ts'
import { traps } from './traps.ts'

// Not by `expect`, which overlooks a key `__proto__`.
const survives = (data: unknown): void => deepStrictEqual(readBack(toYaml(data)), data)

test('an object as we print it is read back', () => {
  survives({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web', labels: {}, finalizers: [] },
    data: { 'a.yaml': 'first: 1\n\n  second: "2"\n', 'b: c': 'yes', empty: '' },
    list: [1, -2.5, true, null, 'text', ['nested', ['deeper']], { a: [{ b: 'c' }], d: 'lines\nwithout an end' }],
  })
})

test('every trap is read back, wherever it stands', () => {
  for (const trap of traps) survives({ [trap]: trap, nested: [trap, [trap], { [trap]: [trap] }], last: trap })
  for (const trap of traps) survives(trap)
})

test('any value is read back', () => {
  const value = nastyValue({ strings: nastyString, keys: nastyString, numbers: nastyNumber })
  fc.assert(fc.property(value, survives), { numRuns: 2000 })
})

test.each([
  ['a comment', 'a: 1\n# why\nb: 2\n'],
  ['other indentation', 'a:\n    b: 1\n'],
  ['another style', 'a: [1, 2]\n'],
  ['other quotes', 'a: "yes, we can"\n'],
  ['an anchor', 'a: &b 1\n'],
  ['a folded text', 'a: >\n  one\n  two\n'],
  ['several documents', 'a: 1\n---\nb: 2\n'],
  ['a key twice', 'a: 1\na: 2\n'],
  ['what YAML 1.1 takes for something else', 'a: yes\n'],
  ['no end of its line', 'a: 1'],
  ['nothing behind a colon', 'a:\n'],
  ['nothing', ''],
])('a text with %s is left to others', (_, yaml) => {
  expect(readBack(yaml)).toBeUndefined()
})
