import type { ListedRule } from '../../check/all-rules.ts'
import type { File } from '../../file.ts'
import { generated, sentence } from '../markdown.ts'
import type { Module, Modules } from '../source/modules.ts'
import { mentionedProblems } from './mentioned-problems.ts'
import { type DocumentedRule, rulePage } from './rule-page.ts'
import { ruleTests } from './rule-tests.ts'

/** The folder of the pages. */
export const rulesFolder = 'docs/rules'

/** What the pages of rules are made from. */
export interface RulesSource {
  readonly modules: Modules
  readonly rules: readonly ListedRule[]
  /** The words of a fleet. */
  readonly words: ReadonlySet<string>
  /** Paths of tests. */
  readonly tests: readonly string[]
}

/** A page for each rule, and one that lists them. */
export const rulePages = (source: RulesSource): readonly File[] => {
  const documented = documentedRules(source)
  return [
    { path: `${rulesFolder}/README.md`, content: index(source.rules) },
    ...documented.map((rule) => ({ path: `${rulesFolder}/${rule.name}.md`, content: rulePage(rule) })),
  ]
}

/** Every rule, with what the tests of its own say of it; where there are none, with what other tests expect to be told. */
export const documentedRules = ({ modules, rules, words, tests }: RulesSource): readonly DocumentedRule[] => {
  const names = rules.map(({ name }) => name)
  const read = tests.flatMap((path) => modules.at(path) ?? [])
  const own = read.filter(isOfRules).flatMap((module) => ruleTests(module, modules, { words, rules: names }))
  const others = read.filter(isReal).flatMap((module) => mentionedProblems(module, modules, new Set(names)))
  return rules.map((rule) => {
    const about = own.filter((one) => one.rule === rule.name)
    const told = about.flatMap((one) => one.told)
    return {
      ...rule,
      told: told.length > 0 ? told : others.filter((one) => one.rule === rule.name),
      silent: about.flatMap((one) => one.silent),
    }
  })
}

const isOfRules = ({ path }: Module): boolean => path.startsWith('test/check/')

/** Tests of how problems are shown make theirs up. */
const isReal = ({ path }: Module): boolean => !/^test\/(compare|docs|import|review)\//.test(path)

const index = (rules: readonly ListedRule[]): string => {
  const link = ({ name, because }: ListedRule): string => `- [${name}](${name}.md): ${sentence(because)}\n`
  const judging = rules.filter(({ canBeSwitchedOff }) => canBeSwitchedOff)
  const fixed = rules.filter(({ canBeSwitchedOff }) => !canBeSwitchedOff)
  return [
    generated('generators/check/ and test/check/'),
    '# Rules\n',
    [
      'Every problem names its rule. Each page says what happened without it, and shows messages, word by word as a test',
      'expects them. `npx zx scripts/rules.mjs` lists the same in a terminal.\n',
    ].join('\n'),
    '## Rules that can be switched off for a place\n',
    judging.map(link).join(''),
    '## Rules that always hold\n',
    fixed.map(link).join(''),
  ].join('\n')
}
