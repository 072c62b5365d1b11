import { expect, test } from 'vitest'
import { differingValues } from '../../../generators/compare/risks/differing-values.ts'

test('maps that are the same are left out, and what stands beside a difference is kept', () => {
  const same = { enabled: true }
  const before = { mode: 'single', a: same, b: { c: { size: 1, d: same }, e: same } }
  const after = { mode: 'single', a: same, b: { c: { size: 2, d: same }, e: same } }
  expect(differingValues(before, after)).toEqual([
    { mode: 'single', b: { c: { size: 1, d: same } } },
    { mode: 'single', b: { c: { size: 2, d: same } } },
  ])
})

test('a key that only one of them has is a difference, and so is a map in the place of something else', () => {
  const same = { enabled: true }
  expect(differingValues({ a: same }, { a: same, b: same })).toEqual([{ a: same }, { a: same, b: same }])
  expect(differingValues({ a: same, b: 1 }, { a: same, b: same })).toEqual([
    { a: same, b: 1 },
    { a: same, b: same },
  ])
})

test('of the same values nothing is left but what is no map', () => {
  const values = { a: { b: { c: 1 } }, d: [1] }
  expect(differingValues(values, structuredClone(values))).toEqual([{ d: [1] }, { d: [1] }])
})
