import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { parse } from 'yaml'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { nastyNumber, nastyString, nastyValue } from './nasty.ts'
import { traps } from './traps.ts'

const longKey = nastyString.map((text) => text.padEnd(1030, 'k: '))
const keys = fc.oneof({ weight: 30, arbitrary: nastyString }, { weight: 1, arbitrary: longKey })
const value = nastyValue({ strings: nastyString, keys, numbers: nastyNumber })

describe.each(['1.1', '1.2'] as const)('YAML %s reads back', (version) => {
  // Not by `expect`, which overlooks a key `__proto__`.
  const survives = (data: unknown): void => deepStrictEqual(parse(toYaml(data), { version }), data)

  test('every trap, wherever it stands', () => {
    for (const trap of traps) survives({ [trap]: trap, nested: [trap, [trap], { [trap]: [trap] }], last: trap })
    for (const trap of traps) survives(trap)
  })

  test('any value', () => {
    fc.assert(fc.property(value, survives), { numRuns: 2000 })
  })
})
