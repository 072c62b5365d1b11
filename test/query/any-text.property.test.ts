import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { dashboardQueries } from '../../generators/query/dashboard-queries.ts'
import { type Language, readQuery } from '../../generators/query/languages.ts'
import type { Span } from '../../generators/query/reading.ts'
import { readVariableQuery } from '../../generators/query/variable-query.ts'

/** Pieces that queries are made of, in any order. */
const piece = constantFrom(
  ...[
    'sum',
    'rate(',
    'a{',
    'b="c"',
    '}',
    '[5m]',
    '[',
    ']',
    '(',
    ')',
    ' by (x)',
    ' on(y) ',
    '/',
    'and',
    '|',
    'json',
    '"',
  ],
  ...[
    'label_replace(',
    ',',
    '$x',
    `\${y:regex}`,
    '[[z]]',
    '\\',
    '`',
    "'",
    '#',
    '\n',
    '1',
    'unwrap ',
    'offset',
    '@',
    '=',
  ],
  ...['label_values(', '{a="b"}', 'count_over_time(', 'group_left', 'histogram_quantile('],
)
const text = oneof(
  string({ unit: 'binary' }),
  array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
)
const languages: readonly Language[] = ['logql', 'promql']

test('any text has a reading, and every place in it lies within the text', () => {
  assert(
    property(text, (query) => {
      for (const language of languages) {
        for (const reading of [readQuery(query, language), readVariableQuery(query, language)]) {
          const spans: readonly Span[] = [...reading.selectors, ...reading.labelUses, ...reading.errors]
          for (const { from, to } of spans) expect(0 <= from && from <= to && to <= query.length).toBe(true)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('any JSON has a list of queries', () => {
  const odd = [
    null,
    1,
    'x',
    [],
    {},
    [null],
    [[{}]],
    [{ panels: [1, { targets: [null, { expr: 5 }, { expr: 'up' }] }] }],
  ]
  for (const panels of odd) {
    for (const other of odd) {
      const model = { panels, rows: panels, templating: other, annotations: { list: other }, title: other }
      expect(dashboardQueries(model).queries.every(({ expression }) => expression === 'up')).toBe(true)
    }
  }
})
