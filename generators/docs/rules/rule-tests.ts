import { textOf } from '../../review/source/settled.ts'
import type { Module, Modules } from '../source/modules.ts'
import { type Example, exampleOf } from './example.ts'
import { expectations, isSilent, type Message, messagesIn } from './messages.ts'
import { importOf, moduleScope } from './module-scope.ts'
import { type TestCase, testCases } from './test-cases.ts'

/** A message, and the fleet that it is told of, where that can be shown. */
export type Told = Message & { readonly example?: Example }

/** What the tests of a rule say of it. */
export interface RuleTests {
  readonly rule: string
  readonly told: readonly Told[]
  /** What it says nothing of. */
  readonly silent: readonly string[]
}

/** Reads the tests of rules: the groups that are about one, and what they expect word by word. */
export const ruleTests = (module: Module, modules: Modules, known: Known): readonly RuleTests[] => {
  const cases = testCases(module.program.body, moduleScope(module, modules))
  const subjects = [...new Set(cases.flatMap(({ about }) => about ?? []))]
  const named = subjects.flatMap((subject) => {
    const rule = ruleName(module, subject, modules)
    // In a file about one rule, what stands outside of the group is about it as well.
    const others = subjects.length === 1 ? cases : cases.filter(({ about }) => about === subject)
    const own = cases.filter(({ about }) => about === subject)
    return rule === undefined ? [] : [{ rule, told: own.flatMap(toldBy(rule, module, known)), silent: silent(others) }]
  })
  const rule = named.length > 0 ? undefined : known.rules.find((name) => isCalledAfter(module, name))
  return rule === undefined
    ? named
    : [{ rule, told: cases.flatMap(toldBy(rule, module, known)), silent: silent(cases) }]
}

/** What the tests are read with: the words of a fleet, and the names of all rules. */
export interface Known {
  readonly words: ReadonlySet<string>
  readonly rules: readonly string[]
}

/** `late-samples.test.ts` is about the rule of that name, and among those of collectors about `collector-late-samples`. */
const isCalledAfter = ({ path }: Module, rule: string): boolean => {
  const name = /([\w-]+)\.test\.ts$/.exec(path)?.[1]
  return path.includes('/collector/') ? rule === `collector-${name}` : rule === name
}

const toldBy =
  (rule: string, module: Module, { words }: Known) =>
  (one: TestCase): readonly Told[] =>
    expectations(one).flatMap((expected) => {
      const example = exampleOf(expected.of, one, module, words)
      const messages = messagesIn(expected, rule, one.title)
      return messages.map((message) => (example === undefined ? message : { ...message, example }))
    })

const silent = (cases: readonly TestCase[]): readonly string[] => cases.filter(saysNothing).map(({ title }) => title)

const saysNothing = (one: TestCase): boolean => {
  const expected = expectations(one)
  return expected.length > 0 && expected.every(isSilent)
}

/** The name that a rule of ours has for people: `name` of the constant that a test imports. */
const ruleName = (module: Module, subject: string, modules: Modules): string | undefined => {
  const imported = importOf(module, subject)
  const home = imported === undefined ? undefined : modules.from(module, imported.from)
  if (imported === undefined || home === undefined) return undefined
  const rule = moduleScope(home, modules).get(imported.name)?.([])
  if (rule?.node.type !== 'ObjectExpression') return undefined
  for (const property of rule.node.properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier' || property.key.name !== 'name')
      continue
    return textOf({ ...rule, node: property.value as typeof rule.node })
  }
  return undefined
}
