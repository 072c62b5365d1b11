import { expect, test } from 'vitest'
import { bytesIn } from '../../../generators/objects/kubernetes/quantity.ts'

test.each([
  ['1Gi', 2 ** 30],
  ['1.5Ki', 1536],
  ['2G', 2e9],
  [512, 512],
  ['10 Gi', undefined],
  ['1gi', undefined],
  [undefined, undefined],
])('%s is %s bytes', (quantity, bytes) => expect(bytesIn(quantity)).toBe(bytes))
