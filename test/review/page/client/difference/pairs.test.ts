import { expect, test } from 'vitest'
import { pairs } from '../../../../../generators/review/page/client/difference/pairs.ts'

test('lines that set the same key stand beside each other, whatever comes between', () => {
  expect(pairs(['image: a', 'replicas: 2'], ['new: x', 'image: b', 'other: y', 'replicas: 3'])).toEqual([
    [undefined, 0],
    [0, 1],
    [undefined, 2],
    [1, 3],
  ])
})

test('the same key further in is another one', () => {
  expect(pairs(['name: a'], ['  name: a', 'name: b'])).toEqual([
    [undefined, 0],
    [0, 1],
  ])
})

test('lines without a fellow fill the rows between', () => {
  expect(pairs(['a: 1', 'b: 1'], ['c: 1'])).toEqual([
    [0, 0],
    [1, undefined],
  ])
})

test('very many lines are paired as they come', () => {
  const many = Array.from({ length: 300 }, (_, index) => `key${index}:`)
  expect(pairs(many, ['first:', ...many])[1]).toEqual([1, 1])
})
