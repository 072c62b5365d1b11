import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { allRules } from '../../generators/check/all-rules.ts'
import { rules } from '../../generators/check/rules/index.ts'
import { fixedRules } from '../../generators/fixed-rules.ts'
import { ruleNames } from '../../generators/fleet/exceptions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const namesOf = (all: readonly { readonly name: string }[]): readonly string[] => all.map(({ name }) => name)

const sources = readdirSync(`${root}/generators`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${root}/generators/${file}`, 'utf8'))

/** Names as problems are given them: by themselves, one of two, or through a check that is made of one. */
const written = [
  /\brule: '([a-z-]+)'/g,
  /\brule: [^\n']+\? '([a-z-]+)' : '([a-z-]+)'/g,
  /\b(?:matching|oneOf|satisfying|refusal)\(\s*'([a-z-]+)'/g,
]

test('every rule that a problem can name is listed, once', () => {
  const named = sources.flatMap((source) =>
    written.flatMap((pattern) => [...source.matchAll(pattern)].flatMap(([, ...names]) => names)),
  )
  const listed = namesOf(allRules())
  expect(named.length).toBeGreaterThan(60)
  expect([...new Set(named)].filter((name) => !listed.includes(name))).toEqual([])
  expect(listed).toEqual([...new Set(listed)])
})

test('every rule that is listed says what happened without it, in one sentence', () => {
  const wordless = allRules().filter(({ because }) => because.length < 20 || /[.\n]$/.test(because))
  expect(namesOf(wordless)).toEqual([])
})

test('rules over the plan can be switched off, unless what they find could not be applied at all', () => {
  const always = ['encrypted-secrets', 'valid-overlays']
  expect(
    namesOf(rules)
      .filter((name) => !always.includes(name))
      .toSorted(),
  ).toEqual([...ruleNames].toSorted())
  expect(namesOf(fixedRules).filter((name) => ruleNames.some((one) => one === name))).toEqual([])
})

// Each of these tests starts from the mistake and shows the message; committed-fleet.test.ts shows that none fires there.
test('every rule is in a file of its own name, and so is its test', () => {
  const files = readdirSync(`${root}/generators/check`, { recursive: true, encoding: 'utf8' })
  const home = (name: string): string | undefined =>
    files.find((file) => file.endsWith(`/${name.replace(/^collector-/, '')}.ts`))
  const testless = namesOf(rules).filter((name) => {
    const file = home(name)
    return file === undefined || !existsSync(`${root}/test/check/${file.replace(/\.ts$/, '.test.ts')}`)
  })
  expect(testless).toEqual([])
})
