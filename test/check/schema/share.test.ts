import { expect, test } from 'vitest'
import type { SchemaData } from '../../../generators/check/schema/schema-file.ts'
import { share } from '../../../generators/check/schema/share.ts'

const inner: SchemaData = { fields: { name: 'string', namespace: 'string', optional: 'boolean' } }
const outer: SchemaData = { fields: { secret: inner, interval: 'string', suspend: 'boolean' } }
const other: SchemaData = { fields: { key: 'string', operator: 'string', values: { items: 'string' } } }

test('a schema that occurs twice becomes a definition named for its field', () => {
  expect(share({ A: { fields: { secretRef: inner } }, B: { fields: { ref: inner } } })).toEqual({
    kinds: { A: { fields: { secretRef: '#SecretRef' } }, B: { fields: { ref: '#SecretRef' } } },
    definitions: { SecretRef: inner },
  })
})

test('a schema that occurs only within a repeated one stays there', () => {
  expect(share({ A: { fields: { spec: outer } }, B: { fields: { spec: outer, x: 'any' } } })).toEqual({
    kinds: { A: { fields: { spec: '#Spec' } }, B: { fields: { spec: '#Spec', x: 'any' } } },
    definitions: { Spec: outer },
  })
})

test('two kinds that are alike become one definition', () => {
  expect(share({ Issuer: outer, ClusterIssuer: outer })).toEqual({
    kinds: { Issuer: '#Issuer', ClusterIssuer: '#Issuer' },
    definitions: { Issuer: outer },
  })
})

test('two schemas met under one name get different ones', () => {
  const kinds = { A: { fields: { ref: inner } }, B: { fields: { ref: other } }, C: { fields: { a: inner, b: other } } }
  expect(share(kinds).definitions).toEqual({ Ref: inner, Ref2: other })
})

test('what occurs once, or is shorter than a reference, stays where it is', () => {
  const kinds = { A: { fields: { spec: outer, x: { items: 'string' }, y: { items: 'string' } } } } as const
  expect(share(kinds)).toEqual({ kinds, definitions: {} })
})
