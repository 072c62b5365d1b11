import { expect, test } from 'vitest'
import { call, data, list, map } from '../../../generators/import/print/expression.ts'
import { printed } from '../../../generators/import/print/print.ts'
import { programText } from '../../../generators/import/print/program.ts'
import { commentLines, textLiteral } from '../../../generators/import/print/text.ts'

const text = (value: unknown): string => printed(data(value), 0, 0)

test('data is written as a person would write it', () => {
  expect(
    text({ name: 'web', 'app.kubernetes.io/name': 'web', on: true, size: 1.5, none: null, list: [1, 'two'] }),
  ).toBe("{ name: 'web', 'app.kubernetes.io/name': 'web', on: true, size: 1.5, none: null, list: [1, 'two'] }")
  expect(text({})).toBe('{}')
  expect(text([])).toBe('[]')
})

test('what does not fit into a line, and a table of maps, has a line for each part', () => {
  const long = 'x'.repeat(110)
  expect(text({ a: 1, long })).toBe(`{\n  a: 1,\n  long: '${long}',\n}`)
  expect(text({ summary: long })).toBe(`{\n  summary:\n    '${long}',\n}`)
  expect(
    text([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]),
  ).toBe('[\n  { a: 1, b: 2 },\n  { a: 3, b: 4 },\n]')
})

test('the last argument of a call goes on below', () => {
  const items = list([{ value: call('podinfo'), comments: ['TODO its version'] }])
  expect(printed(call('namespace', data({}), items), 0, 0)).toBe(
    'namespace({}, [\n  // TODO its version\n  podinfo(),\n])',
  )
  expect(printed(call('namespace', data({ long: 'x'.repeat(120) }), items), 0, 0)).toMatch(/^namespace\(\n {2}\{\n/)
})

test.each([
  ["it's", `"it's"`],
  [`it's "so"`, `'it\\'s "so"'`],
  ['a\\b', "'a\\\\b'"],
  ['two\nlines', "'two\\nlines'"],
  ['bell\u0007', "'bell\\u{7}'"],
  ['hidden\u202e', "'hidden\\u{202e}'"],
])('the text %j is written so that it is the same text', (given, literal) => {
  expect(textLiteral(given)).toBe(literal)
})

test('a text of many lines stands there as it is', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what must not be taken for a placeholder
  expect(textLiteral('#!/bin/sh\necho "${HOME}" `date` and much more text, so that it is a long one\n')).toBe(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the same
    '`#!/bin/sh\necho "\\${HOME}" \\`date\\` and much more text, so that it is a long one\n`',
  )
})

test('whatever is in a text, it is evaluated to itself', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: all that could end a literal
  const nasty = "a'b\"c`d\\e${f}\r\n\t\u2028 // g */ '; process.exit(1) //".repeat(3)
  expect(new Function(`return ${textLiteral(nasty)}`)()).toBe(nasty)
  expect(new Function(`return ${text({ [nasty]: nasty })}`)()).toEqual({ [nasty]: nasty })
})

test('a comment cannot end, however it tries', () => {
  expect(commentLines(['one\nprocess.exit(1)\u2028two'], 2)).toEqual(['  // one process.exit(1) two'])
  expect(
    commentLines(['word '.repeat(40).trim()], 0).every((line) => line.length <= 120 && line.startsWith('// ')),
  ).toBe(true)
})

test('a program imports what it uses and does not declare', () => {
  const program = {
    comments: ['Drafted.'],
    declarations: [
      { name: 'web', value: call('helmRelease', map({ name: data('web') })), comments: ['apps/web.yaml:1'] },
    ],
    exports: call('defineFleet', map({ all: list([{ value: call('web') }]) })),
  }
  expect(programText(program, './fleetwright.ts')).toBe(
    [
      '// Drafted.',
      "import { defineFleet, helmRelease } from './fleetwright.ts'",
      '',
      '// apps/web.yaml:1',
      "const web = helmRelease({ name: 'web' })",
      '',
      'export default defineFleet({ all: [web()] })',
      '',
    ].join('\n'),
  )
})
