import { expect, test } from 'vitest'
import { goSeconds } from '../../../generators/check/collector/go-seconds.ts'

test.each([
  ['90s', 90],
  ['1h30m', 5400],
  ['1.5m', 90],
  ['250ms', 0.25],
  ['0', 0],
  [0, 0],
  ['5', undefined],
  ['1d', undefined],
  [`\${env:TIMEOUT}`, undefined],
  [undefined, undefined],
])('%s is %s', (duration, seconds) => {
  expect(goSeconds(duration)).toBe(seconds)
})
