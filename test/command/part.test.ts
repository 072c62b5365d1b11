import { expect, test } from 'vitest'
import { partOf } from '../../generators/command/part.ts'

const clusters = { a: {}, b: {}, c: {}, d: {}, e: {} }
const part = (cluster?: string, shard?: string) => {
  const found = partOf({ clusters }, { cluster, shard })
  return 'wrong' in found ? found.wrong : found.only && [...found.only].join('')
}

test('nothing said is the whole fleet, a name its cluster, a shard every n-th one', () => {
  expect(part()).toBeUndefined()
  expect(part('c')).toBe('c')
  expect(['1/2', '2/2'].map((shard) => part(undefined, shard))).toEqual(['ace', 'bd'])
  expect(
    ['1/3', '2/3', '3/3']
      .map((shard) => part(undefined, shard))
      .join('')
      .split('')
      .sort(),
  ).toEqual([...'abcde'])
})

test('a shard that is none, a cluster that is none, and both at once are told', () => {
  const told = (shard: string) => `'${shard}' is no shard: write the part and the number of parts, such as 1/4`
  for (const shard of ['0/2', '3/2', '1', 'a/b', '1/0', '-1/2']) expect(part(undefined, shard)).toBe(told(shard))
  expect(part('x')).toBe('there is no cluster x: there are a, b, c, d, e')
  expect(part('a', '1/2')).toBe('--cluster and --shard both choose clusters: say one')
})
