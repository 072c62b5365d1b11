import { expect, test } from 'vitest'
import { isPattern, meaning, ottlLiterals } from '../../../generators/check/collector/ottl-literals.ts'

test('every text of a statement is known by the function and argument that it stands in', () => {
  const statement = String.raw`set(log.attributes["a,b"], Concat(["x", ")"], "-")) where IsMatch(log.body, "\\d \"q\"")`
  expect(ottlLiterals(statement)).toEqual([
    { written: 'a,b', argument: 0 },
    { written: 'x', argument: 0 },
    { written: ')', argument: 1 },
    { of: 'Concat', written: '-', argument: 1 },
    { of: 'IsMatch', written: String.raw`\\d \"q\"`, argument: 1 },
  ])
})

test('patterns are told from other texts, and read as OTTL means them', () => {
  const statement = String.raw`replace_all_patterns(log.body, "value", "\\b\\d+", "[n]")`
  expect(ottlLiterals(statement).filter(isPattern).map(meaning)).toEqual([String.raw`\b\d+`])
})

test('what does not end is read as far as it goes', () => {
  expect(ottlLiterals('replace_pattern(log.body, "a", "b')).toEqual([
    { of: 'replace_pattern', written: 'a', argument: 1 },
  ])
})
