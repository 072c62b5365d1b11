import { describe, expect, test } from 'vitest'
import { wrongWith } from '../../../generators/check/collector/pattern-cost.ts'

describe('may take exponential time:', () => {
  test.each([
    '(a+)+$',
    String.raw`(\w+\s?)*$`,
    '([a-z]+)*@',
    String.raw`(?:(?:\d+,)*;)*`,
    String.raw`(\d{1,20}){1,20}x`,
  ])('%s repeats what is repeated within', (pattern) => {
    expect(wrongWith(pattern)).toBe('it repeats what is repeated within, which can take exponential time')
  })

  test.each(['(a|a)*$', '(a|ab)+$', String.raw`(?:\d|[0-9a-f])*x`, '(?:.|x)*y', '(x?y|y)*z'])(
    '%s repeats alternatives that begin alike',
    (pattern) => {
      expect(wrongWith(pattern)).toBe('it repeats alternatives that begin alike, which can take exponential time')
    },
  )
})

describe('is not of Go:', () => {
  test.each([
    [String.raw`(?=\d)x`, 'looking ahead or behind', '(?='],
    [String.raw`(?<!\d)\d{16}`, 'looking ahead or behind', '(?<!'],
    [String.raw`(["'])\w+\1`, 'a reference to a group', String.raw`\1`],
    ['(?>a)b', 'an atomic group', '(?>'],
    [String.raw`\d++x`, 'a possessive repetition', '++'],
  ])('%s', (pattern, what, part) => {
    expect(wrongWith(pattern)).toBe(`it has ${what}, which Go's regular expressions do not know: ${part}`)
  })

  test('what is no pattern at all', () => {
    expect(wrongWith('(a')).toBe("it has unterminated group, which Go's regular expressions do not know: (a")
  })
})

describe('is fine:', () => {
  test.each([
    '^https?://[^/]+/(?:a|b)+$',
    '(?:foo|bar)*baz',
    String.raw`\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b`,
    String.raw`(?i)password=\S+`,
    '[)(?=+]+',
    String.raw`\\1 and [\]+]+ and [[:alpha:]]+ and \p{L}+`,
    String.raw`(?P<year>\d{4})-(?P<month>\d{2})`,
    String.raw`(?:\d{4}[ -]?){4}`,
  ])('%s', (pattern) => {
    expect(wrongWith(pattern)).toBeUndefined()
  })
})
