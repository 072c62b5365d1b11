import { describe, expect, test } from 'vitest'
import { toScalar } from '../../../generators/output/yaml/scalar.ts'

test.each([
  ['monitoring'],
  ['kube-prometheus-stack'],
  ['10m'],
  ['10Gi'],
  ['v1.2.3'],
  ['88.5.3'],
  ['10.0.0.0/16'],
  ['2001-01-01-alpine'],
  ['./apps/base'],
  ['http://loki:3100/push'],
  ['ghcr.io/fluxcd/flux:v2@sha256:ab'],
  ['--log.level=info'],
  ['up{job="a"} == 0'],
  ['$(POD_IP)'],
  ['a#b, c[0] and d|e'],
  ['Grüße 🦊'],
  ['inf'],
])('%j needs no quotes', (text) => {
  expect(toScalar(text)).toBe(text)
})

describe('single quotes keep as a string what would be', () => {
  test.each([
    ['a boolean', ['y', 'No', 'on', 'OFF', 'true', 'False']],
    ['null', ['', '~', 'null', 'Null']],
    ['an integer', ['0', '-1', '+1', '012', '0o14', '0x1F', '0b101', '1_000', '-_1', '1,000', '0b-1']],
    ['a float', ['1.5', '.5', '5.', '1e3', '1E+3', 'e5', 'e1234567', '.', '-', '.inf', '-.INF', '.nan']],
    ['a sexagesimal number', ['12:30', '1:20:30', '-1:20.5', '8080:80']],
    ['a timestamp', ['2001-01-01', '2001-1-1', '2001-01-01T00:00:00Z', '2001-01-01 10:00:00 +1']],
    ['a merge key or a default', ['<<', '=']],
    ['a list item, a key or a member', ['- a', '? a', ':a', 'a: b', 'a:']],
    ['a comment', ['# a', 'a #b']],
    ['a collection, a block, an alias, a tag', ['[a]', '{{ a }}', '|', '> a', '&a', '*', '!a', '%a', '@a', '`a', ',a']],
    ['another document', ['---', '--- a', '...']],
    ['trimmed', [' a', 'a ', ' ']],
  ])('%s', (_what, texts) => {
    expect(texts.map(toScalar)).toEqual(texts.map((text) => `'${text}'`))
  })
})

test.each([
  ["it's", "it's", 'an apostrophe inside a word needs nothing'],
  ["it's: a", `"it's: a"`, 'double quotes spare the escape of an apostrophe'],
  [`'a' or "b"`, `'''a'' or "b"'`, 'but not if they need one themselves'],
  ['a\tb', String.raw`"a\tb"`, 'a tab can be seen'],
  ['a\nb', String.raw`"a\nb"`, 'the scalar stays on its line'],
  ['\0\x1B[0m', String.raw`"\u0000\u001b[0m"`, 'a control character is escaped'],
  ['\x7F\x85\u2028\uFEFFé🦊', String.raw`"\u007f\u0085\u2028\ufeffé🦊"`, 'so is what some take for a line or a mark'],
  ['"\\\r', String.raw`"\"\\\r"`, 'and what double quotes themselves mean'],
])('%j is written %s: %s', (text, scalar) => {
  expect(toScalar(text)).toBe(scalar)
})

test('a lone surrogate is refused, because no file could hold it', () => {
  expect(() => toScalar('a\uD800')).toThrow(String.raw`A lone surrogate fits in no file: "a\ud800"`)
})
