import { expect, test } from 'vitest'
import { milliseconds } from '../../generators/command/milliseconds.ts'

test.each([
  ['90s', 90_000],
  ['15m', 900_000],
  ['1m30s', 90_000],
  ['1.5h', 5_400_000],
  ['250ms', 250],
  ['15', undefined],
  ['15 m', undefined],
  ['1d', undefined],
  ['', undefined],
])('%o is %o milliseconds', (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected)
})
