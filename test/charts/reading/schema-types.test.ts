import { expect, test } from 'vitest'
import { schemaKeys } from '../../../generators/charts/reading/schema-keys.ts'
import { schemaTypes } from '../../../generators/charts/reading/schema-types.ts'

const typeOf = (value: object, besides: object = {}) =>
  schemaTypes(JSON.stringify({ properties: { value }, ...besides })).get('value')?.type

test.each([
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string'],
  [{ type: ['string', 'integer'] }, 'string | number'],
  [{ enum: ['a', "it's", null] }, `'a' | "it's"`],
  [{ const: true }, 'true'],
  [{ type: 'array', items: { type: 'string' } }, 'readonly string[]'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, "readonly ('a' | 'b')[]"],
  [{ type: 'object' }, undefined],
  [{ type: 'array', items: { type: 'object' } }, undefined],
  [{ $ref: '#/$defs/port' }, 'number'],
  [{ $ref: 'https://elsewhere.example/schema.json' }, undefined],
])('%j is %s', (schema, type) => {
  expect(typeOf(schema, { $defs: { port: { type: 'integer' } } })).toBe(type)
})

test('a description is that of the value, or of what it points to', () => {
  const text = JSON.stringify({
    $defs: { port: { type: 'integer', description: 'A port.' } },
    properties: { web: { $ref: '#/$defs/port' }, admin: { $ref: '#/$defs/port', description: 'Of the admin.' } },
  })
  expect([...schemaTypes(text)].map(([path, { description }]) => [path, description])).toEqual([
    ['web', 'A port.'],
    ['admin', 'Of the admin.'],
  ])
})

test.each([
  ['#/$defs/a', { a: { $ref: '#/$defs/a' } }],
  ['#', {}],
])('a schema that leads back into itself by %s comes to an end', ($ref, $defs) => {
  const text = JSON.stringify({ $defs, properties: { value: { $ref }, port: { type: 'integer' } } })
  expect(schemaTypes(text).get('port')).toEqual({ type: 'number' })
  expect(schemaKeys(text)).toMatchObject({ port: 0 })
})
