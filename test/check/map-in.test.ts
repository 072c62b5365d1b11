import { expect, test } from 'vitest'
import { mapIn } from '../../generators/check/map-in.ts'

test.each([
  ['a map', 'a: 1', { a: 1 }],
  ['a list', '- a', undefined],
  ['a text', 'a', undefined],
  ['no YAML', '{ a: ', undefined],
  ['two documents', 'a: 1\n---\na: 2', undefined],
  ['nothing', '', undefined],
  ['what is no text', 7, undefined],
])('the map in %s', (_, text, map) => {
  expect(mapIn(text)).toEqual(map)
})

test('another reader may read it', () => {
  expect(mapIn('{"a":1}', JSON.parse)).toEqual({ a: 1 })
  expect(mapIn('a: 1', JSON.parse)).toBeUndefined()
})
