import { expect, test } from 'vitest'
import type { JsonSchema } from '../../../generators/check/schema/json-schema.ts'
import { type CustomResourceDefinition, readCrds } from '../../../generators/check/schema/read-crd.ts'

const crd = (properties: Readonly<Record<string, JsonSchema>>, rest: JsonSchema = {}): CustomResourceDefinition => ({
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com',
    names: { kind: 'Widget' },
    versions: [
      { name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties, ...rest } } },
      { name: 'v1beta1', served: false, schema: { openAPIV3Schema: { type: 'object' } } },
    ],
  },
})

const spec = (schema: JsonSchema) => {
  const widget = readCrds([crd({ spec: schema })])['example.com_v1']?.Widget
  return typeof widget === 'object' && 'fields' in widget ? widget.fields.spec : undefined
}

test('only versions that are served are kept', () => {
  expect(Object.keys(readCrds([crd({})]))).toEqual(['example.com_v1'])
})

test('what every object has is Kubernetes’ own, and a status is free', () => {
  const definition = crd(
    { metadata: { type: 'object' }, status: { type: 'object', properties: { phase: { type: 'string' } } } },
    { required: ['metadata', 'spec'] },
  )
  expect(readCrds([definition])['example.com_v1']?.Widget).toEqual({
    fields: { apiVersion: 'string', kind: 'string', metadata: 'meta#ObjectMeta', status: 'any' },
  })
})

test.each<[string, JsonSchema, unknown]>([
  ['a string', { type: 'string' }, 'string'],
  ['a number of 32 bits', { type: 'integer', format: 'int32' }, 'int32'],
  ['text in base64', { type: 'string', format: 'byte' }, 'base64'],
  [
    'a port by number or name',
    { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    'int-or-string',
  ],
  [
    'limits',
    { type: 'string', minLength: 1, maxLength: 63, pattern: '^a$' },
    { type: 'string', pattern: '^a$', minLength: 1, maxLength: 63 },
  ],
  ['an object that has no fields', { type: 'object' }, { fields: {} }],
  ['a free object', { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }, 'any'],
  [
    'an object that may have more fields',
    { type: 'object', properties: { a: { type: 'string' } }, 'x-kubernetes-preserve-unknown-fields': true },
    { fields: { a: 'string' }, open: true },
  ],
  ['a map', { type: 'object', additionalProperties: { type: 'string' } }, { values: 'string' }],
  [
    'a set',
    { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
    { items: 'string', unique: true },
  ],
  [
    'a choice',
    { type: 'object', properties: { a: {}, b: {} }, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    { fields: { a: 'any', b: 'any' }, exactlyOneOf: ['a', 'b'] },
  ],
  [
    'a range of addresses',
    { type: 'string', format: 'cidr' },
    { type: 'string', pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$' },
  ],
])('%s is kept in short', (_, schema, data) => {
  expect(spec(schema)).toEqual(data)
})

test('descriptions and rules in CEL are left out', () => {
  const schema = { type: 'string', description: 'Long.', 'x-kubernetes-validations': [{ rule: 'true' }] }
  expect(spec(schema)).toBe('string')
})

test('a field with a default need not be given, and may be null', () => {
  const properties = {
    a: { type: 'string', default: '' },
    b: { type: 'string' },
    c: { type: 'string', nullable: true },
  }
  expect(spec({ type: 'object', properties, required: ['a', 'b'] })).toEqual({
    fields: { a: 'string', b: 'string', c: 'string' },
    required: ['b'],
    nullable: ['a', 'c'],
  })
})
