import { expect, test } from 'vitest'
import { compilePattern, readPattern } from '../../../generators/check/schema/pattern.ts'

const compiled = (go: string) => compilePattern(readPattern(go))

test('a pattern that JavaScript shares with Go stays as it is', () => {
  expect(readPattern('^[a-z]+$')).toBe('^[a-z]+$')
})

test('letter case is ignored where Go says so', () => {
  const pattern = compiled('^(?i)(abort|warn)?$')
  expect(['Abort', 'warn', ''].filter((text) => pattern.test(text))).toEqual(['Abort', 'warn', ''])
  expect(pattern.test('wart')).toBe(false)
})

test('printable text is known', () => {
  const pattern = compiled('^\\PC*$')
  expect(pattern.test('übermäßig')).toBe(true)
  expect(pattern.test('a\tb')).toBe(false)
})

test('a pattern that could take for ever does not', () => {
  const pattern = compiled('^([-a-zA-Z0-9_]+[.]?)+$')
  expect(['example.com', 'example.com.', 'a'].every((text) => pattern.test(text))).toBe(true)
  expect(['.com', 'example..com', ''].some((text) => pattern.test(text))).toBe(false)
  expect(pattern.test(`${'a'.repeat(200)}!`)).toBe(false)
})
