import { expect, test } from 'vitest'
import { grouped } from '../generators/grouped.ts'

test('groups come in the order of their first, and each keeps the order of its own', () => {
  expect([...grouped(['b1', 'a1', 'b2', 'a2'], (one) => one[0]!)]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
  ])
})
