import { expect, test } from 'vitest'
import { toNumber } from '../../../generators/output/yaml/number.ts'

test.each([
  [0, '0'],
  [-0, '-0.0'],
  [30300, '30300'],
  [0.1, '0.1'],
  [1e20, '100000000000000000000'],
  [1e21, '1.0e+21'],
  [1.5e21, '1.5e+21'],
  [-1e-7, '-1.0e-7'],
])('%d is written so that YAML 1.1 reads a number too: %s', (number, text) => {
  expect(toNumber(number)).toBe(text)
  expect(Number(text)).toBe(number)
})

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])('%d is refused', (number) => {
  expect(() => toNumber(number)).toThrow(`Kubernetes knows no ${number}`)
})
