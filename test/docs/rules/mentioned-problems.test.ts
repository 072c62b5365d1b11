import { expect, test } from 'vitest'
import { mentionedProblems } from '../../../generators/docs/rules/mentioned-problems.ts'
import { openModules } from '../../../generators/docs/source/modules.ts'

const read = (source: string) => {
  const modules = openModules(() => source)
  return mentionedProblems(modules.at('some.test.ts')!, modules, new Set(['size']))
}
const said = { reason: "'big' is no size", fix: 'write a size' }

test.each([
  [
    'as it is printed',
    "const told = `fleet.ts:1:1  a.size\n  'big' is no size\n  fix: write a size\n  rule: size`",
    { place: 'fleet.ts:1:1  a.size' },
  ],
  ['as an object', `const told = { rule: 'size', reason: "'big' is no size", fix: 'write a size', line: 1 }`, {}],
  ['as arguments', `refused('a.size', "'big' is no size", 'write a size', 'size')`, { place: 'a.size' }],
  ['as texts', `const told = ['size', 'a.size', "'big' is no size", 'write a size']`, { place: 'a.size' }],
])('a problem is found %s', (_, source, place) => {
  expect(read(source)).toEqual([{ rule: 'size', title: '', ...said, ...place }])
})

test('it has the sentence of its test, and of the row that it stands in', () => {
  const source = `describe('a volume', () => {
  test.each([['that is big', source, "'big' is no size", 'write a size', 'size']])('%s', () => {})
})`
  expect(read(source)).toEqual([{ rule: 'size', title: 'a volume that is big', ...said }])
})

test('in a row with a place, it has that too', () => {
  const source = `test.each([['a big volume', fleet(), 'dev.tempo.size', "'big' is no size", 'write a size', 'size']])('%s', () => {})`
  expect(read(source)).toEqual([{ rule: 'size', title: 'a big volume', place: 'dev.tempo.size', ...said }])
})

test('words that only look like a rule are none', () => {
  expect(
    read(
      "const path = ['spec', 'volume', 'claim', 'size']\nconst other = { rule: 'colour', reason: 'a b', fix: 'c d' }",
    ),
  ).toEqual([])
})
