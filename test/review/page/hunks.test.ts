import { expect, test } from 'vitest'
import { hunksOf } from '../../../generators/review/page/hunks.ts'

test.each([
  ['nothing', [1, 2], [1, 2], []],
  ['a line in the place of another', [1, 2, 3], [1, 9, 3], [[1, 1, [9, 1]]]],
  ['lines that come', [1, 2], [1, 7, 8, 9, 2], [[1, 0, [7, 3]]]],
  ['lines that go', [1, 2, 3], [1], [[1, 2, []]]],
  [
    'two places',
    [1, 2, 3, 4],
    [5, 2, 3],
    [
      [0, 1, [5, 1]],
      [3, 1, []],
    ],
  ],
  ['all of it', [], [4, 5, 9], [[0, 0, [4, 2, 9, 1]]]],
])('what differs is told by its place: %s', (_, before, after, hunks) => {
  expect(hunksOf(before, after)).toEqual(hunks)
})

test('of two long texts that have nothing in common, one comes in the place of the other', () => {
  const before = Array.from({ length: 5000 }, (_, index) => index)
  const after = before.map((index) => index + 5000)
  expect(hunksOf(before, after)).toEqual([[0, 5000, [5000, 5000]]])
})
