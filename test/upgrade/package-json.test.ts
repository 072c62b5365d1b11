import { expect, test } from 'vitest'
import { dependencyIn, versionSpec, withDependency, withScripts } from '../../generators/upgrade/package-json.ts'

const text = `{
    "name": "fleetwright",  "fleetwright": "of no concern",
    "scripts": { "check": "tsc  \\u002d\\u002dnoEmit", "test": "mine" },
  "devDependencies": {"fleetwright"  :"^0.1.0", "other": "1.0.0"}
}`

test('the dependency changes, and not a character else, whatever else bears the name', () => {
  expect(dependencyIn(text)).toEqual({ field: 'devDependencies', spec: '^0.1.0' })
  expect(withDependency(text, 'file:../fleetwright-0.2.0.tgz')).toBe(
    text.replace('"^0.1.0"', '"file:../fleetwright-0.2.0.tgz"'),
  )
})

test('a version is said as the one before', () => {
  expect(
    ['0.1.0', '^0.1.0', '~0.1.0', 'file:../a.tgz', 'latest'].map((before) => versionSpec(before, '0.2.0')),
  ).toEqual(['0.2.0', '^0.2.0', '~0.2.0', '0.2.0', '0.2.0'])
})

test('a script that nobody edited becomes what the newer program gives, whichever way it is written', () => {
  const before = { check: 'tsc --noEmit', test: 'old', gone: 'old' }
  expect(withScripts(text, before, { check: 'tsc', test: 'new' })).toBe(text)
  expect(withScripts(text, { ...before, check: 'tsc  --noEmit' }, { check: 'tsc', test: 'new' })).toBe(
    text.replace('"tsc  \\u002d\\u002dnoEmit"', '"tsc"'),
  )
})

test('where nothing names the program, or nothing can be read, there is nothing to change', () => {
  for (const other of ['{}', '[]', '{', '{"dependencies":[]}', '{"peerDependencies":{"fleetwright":"1.0.0"}}']) {
    expect([other, withDependency(other, '2.0.0')]).toEqual([other, undefined])
  }
})
