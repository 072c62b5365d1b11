import { describe, expect, test } from 'vitest'
import { schemaKeys } from '../../../generators/charts/reading/schema-keys.ts'

const keysOf = (schema: object) => schemaKeys(JSON.stringify(schema))

describe('a schema names', () => {
  test('scalars and lists by their type, whether null is allowed or not', () => {
    const properties = {
      name: { type: 'string' },
      tag: { type: ['string', 'null'] },
      replicas: { type: 'integer' },
      ratio: { type: 'number' },
      enabled: { type: 'boolean' },
      port: { type: ['integer', 'string'] },
      mode: { enum: ['agent', 'operator'] },
      hosts: { type: 'array', items: { type: 'string' } },
    }
    expect(keysOf({ properties })).toEqual({
      name: '',
      tag: '',
      replicas: 0,
      ratio: 0,
      enabled: true,
      port: '',
      mode: '',
      hosts: [],
    })
  })

  test('maps with their keys, also behind a reference', () => {
    const image = { type: 'object', additionalProperties: false, properties: { tag: { type: 'string' } } }
    expect(
      keysOf({
        $ref: '#/$defs/values',
        $defs: { values: { properties: { image: { $ref: '#/$defs/values.image' } } }, 'values.image': image },
      }),
    ).toEqual({ image: { tag: '' } })
  })

  test.each([
    ['that lists no keys', { type: 'object' }],
    ['that lets others pass', { type: 'object', additionalProperties: true, properties: { a: { type: 'string' } } }],
    ['whose keys are of the user’s choosing', { type: 'object', additionalProperties: { type: 'string' } }],
    ['whose keys match a pattern', { type: 'object', patternProperties: { '^x': {} } }],
  ])('a map %s as open', (_, config) => {
    expect(keysOf({ properties: { config } })).toEqual({ config: {} })
  })

  test.each([
    ['of several kinds', { type: ['array', 'object'] }],
    ['of no type', { description: 'whatever' }],
  ])('a value %s as anything', (_, value) => {
    expect(keysOf({ properties: { value } })).toEqual({ value: null })
  })
})

test('what the root says of other keys opens nothing: it is for sub-charts', () => {
  expect(keysOf({ additionalProperties: true, properties: { mode: { type: 'string' } } })).toEqual({ mode: '' })
})
