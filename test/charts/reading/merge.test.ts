import { describe, expect, test } from 'vitest'
import { corrected, loosened, withMissing } from '../../../generators/charts/reading/merge.ts'

describe('what is missing is added', () => {
  test.each([
    ['at the end, at every depth', { a: { b: '' } }, { c: 0, a: { d: [] } }, { a: { b: '', d: [] }, c: 0 }],
    ['but a known shape stays', { a: '' }, { a: [] }, { a: '' }],
    ['but an open map stays open', { a: {} }, { a: { b: '' } }, { a: {} }],
    ['but a known map stays closed', { a: { b: '' } }, { a: {} }, { a: { b: '' } }],
    ['and a scalar that has keys too may be anything', { a: '' }, { a: { b: '' } }, { a: null }],
  ] as const)('%s', (_, keys, more, merged) => {
    expect(withMissing(keys, more)).toEqual(merged)
  })
})

describe('a correction', () => {
  test.each([
    ['opens a map', { config: { level: '' } }, { config: {} }, { config: {} }],
    ['adds a key to a map', { a: { b: '' } }, { a: { c: true } }, { a: { b: '', c: true } }],
    ['lists the keys of an open map', { a: {} }, { a: { b: '' } }, { a: { b: '' } }],
    ['replaces a scalar', { a: '' }, { a: [] }, { a: [] }],
  ] as const)('%s', (_, keys, corrections, result) => {
    expect(corrected(keys, corrections)).toEqual(result)
  })
})

describe('a schema', () => {
  test.each([
    ['adds keys', { a: { b: '' } }, { a: { c: 0 }, d: true }, { a: { b: '', c: 0 }, d: true }],
    ['opens what it leaves open', { config: { level: '' } }, { config: {} }, { config: {} }],
    ['lets anything pass where it has no type', { a: [] }, { a: null }, { a: null }],
    ['closes nothing', { a: {}, b: null }, { a: { c: '' }, b: '' }, { a: {}, b: null }],
  ] as const)('%s', (_, keys, schema, result) => {
    expect(loosened(keys, schema)).toEqual(result)
  })
})
