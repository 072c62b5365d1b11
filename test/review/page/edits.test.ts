import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsOf } from '../../../generators/review/page/edits.ts'

/** What goes and what comes, at which line of before. */
const told = (before: readonly string[], after: readonly string[]) =>
  editsOf(before, after).map(({ before: old, after: young }) => [
    old.from,
    before.slice(old.from, old.to).join(),
    after.slice(young.from, young.to).join(),
  ])

test.each([
  ['nothing', 'a b', 'a b', []],
  ['a line in the place of another', 'a b c', 'a x c', [[1, 'b', 'x']]],
  ['lines that come', 'a b', 'a x y b', [[1, '', 'x,y']]],
  ['lines that go', 'a b c', 'a', [[1, 'b,c', '']]],
  [
    'two places',
    'a b c d',
    'x b c',
    [
      [0, 'a', 'x'],
      [3, 'd', ''],
    ],
  ],
])('what differs is told by its place: %s', (_, before, after, edits) => {
  expect(told(before.split(' '), after.split(' '))).toEqual(edits)
})

test('of a list, a whole item goes or comes, from its dash on', () => {
  const item = (name: string) => ['- from:', `    name: ${name}`, '  port: 1']
  const [two, three] = [
    [...item('a'), ...item('c')],
    [...item('a'), ...item('b'), ...item('c')],
  ]
  expect(told(three, two)).toEqual([[3, item('b').join(), '']])
  expect(told(two, three)).toEqual([[3, '', item('b').join()]])
})

test('two long texts that have nothing in common are told as one in the place of the other', () => {
  const before = Array.from({ length: 5000 }, (_, index) => `before ${index}`)
  const after = before.map((line) => `${line} and after`)
  expect(editsOf(before, after)).toEqual([{ before: { from: 0, to: 5000 }, after: { from: 0, to: 5000 } }])
})

test('whatever two texts are, the edits of the one make the other', () => {
  const text = fc.array(fc.constantFrom('- a', '  b', '    c', ''), { maxLength: 20 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const made: string[] = []
      let reached = 0
      for (const { before: old, after: young } of editsOf(before, after)) {
        expect(old.from).toBeGreaterThanOrEqual(reached)
        made.push(...before.slice(reached, old.from), ...after.slice(young.from, young.to))
        reached = old.to
      }
      expect([...made, ...before.slice(reached)]).toEqual(after)
    }),
  )
})
