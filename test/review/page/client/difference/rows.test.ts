import { expect, test } from 'vitest'
import { rowsOf } from '../../../../../generators/review/page/client/difference/rows.ts'
import { belowOneAnother } from '../../../../../generators/review/page/client/difference/unified-row.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line${index}: x`)
const changedAt = (at: number) => lines(20).map((line, index) => (index === at ? 'line10: y' : line))

test('three lines around a change are shown, and the others folded', () => {
  const rows = rowsOf(lines(20), changedAt(10), [[10, 1, [0, 1]]])
  expect(rows.map((row) => (row.kind === 'gap' ? `${row.rows.length} folded` : `${row.kind} ${row.before}`))).toEqual([
    '7 folded',
    'same 7',
    'same 8',
    'same 9',
    'changed 10',
    'same 11',
    'same 12',
    'same 13',
    '6 folded',
  ])
})

test('one or two lines are not worth a fold', () => {
  const rows = rowsOf(lines(8), changedAt(0), [[5, 1, [0, 1]]])
  expect(rows.filter(({ kind }) => kind === 'gap')).toEqual([])
  expect(rows).toHaveLength(8)
})

test('what is new has only lines after, what is gone only lines before', () => {
  expect(rowsOf([], ['a', 'b'], [[0, 0, [0, 2]]])).toEqual([
    { kind: 'changed', after: 0 },
    { kind: 'changed', after: 1 },
  ])
  expect(rowsOf(['a'], [], [[0, 1, []]])).toEqual([{ kind: 'changed', before: 0 }])
})

test('in one column all that goes stands above all that comes, each knowing what it is compared with', () => {
  const rows = rowsOf(['a: 1', 'b: 1', 'c: 1'], ['a: 2', 'b: 2', 'c: 1'], [[0, 2, [0, 2]]])
  expect(belowOneAnother(rows)).toEqual([
    { kind: 'changed', before: 0, beside: 0 },
    { kind: 'changed', before: 1, beside: 1 },
    { kind: 'changed', after: 0, beside: 0 },
    { kind: 'changed', after: 1, beside: 1 },
    { kind: 'same', before: 2, after: 2 },
  ])
})
