import fc from 'fast-check'
import { traps } from './traps.ts'

const pieces = fc.oneof(
  fc.constantFrom(...traps),
  fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\r',
    '\n ',
    ': ',
    ' #',
    '- ',
    '_',
    '.',
    ':',
    '-',
    '+',
    '0',
    '1',
    'e',
    'a',
    "'",
    '"',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)

/** A trap, or a few of them and any other characters in a row. Never a lone surrogate, which no file can hold. */
export const nastyString = fc.oneof(
  fc.constantFrom(...traps),
  fc.array(pieces, { maxLength: 6 }).map((row) => row.join('')),
  fc.array(fc.constantFrom(...'+-.,:_ 0123456789eExXoObBaFyn'), { maxLength: 8 }).map((row) => row.join('')),
)

export const nastyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1, 1e20, 1e21, 1.5e21, 1e-7, -1e-7, 5e-324, 2 ** 53, 2 ** 63, 2 ** 64, Number.MAX_VALUE),
)

/** Any JSON value of the given strings, keys and numbers. */
export const nastyValue = (of: {
  readonly strings: fc.Arbitrary<string>
  readonly keys: fc.Arbitrary<string>
  readonly numbers: fc.Arbitrary<number>
}): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      of.strings,
      of.numbers,
      fc.constantFrom(true, false, null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(of.keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value
