import { allRules } from '../check/all-rules.ts'
import type { Usage } from '../command/arguments.ts'
import type { File } from '../file.ts'
import { type Definition, isDefinition } from '../fleet/component.ts'
import { reference } from './reference/reference.ts'
import { rulePages } from './rules/rule-pages.ts'
import { openModules } from './source/modules.ts'

/** What the pages are made from: the text of every source, what the words are when the program runs, and all usages. */
export interface PagesSource {
  readonly read: (path: string) => string | undefined
  /** Paths of tests. */
  readonly tests: readonly string[]
  readonly words: Readonly<Record<string, unknown>>
  readonly usages: Readonly<Record<string, Usage>>
}

/** Every page of docs/ that nobody writes by hand. */
export const pagesOf = ({ read, tests, words, usages }: PagesSource): readonly File[] => {
  const modules = openModules(read)
  return [
    ...reference({ modules, definitions: definitionsOf(words), usages }),
    ...rulePages({ modules, tests, rules: allRules(), words: new Set(Object.keys(words)) }),
  ]
}

const definitionsOf = (words: Readonly<Record<string, unknown>>): ReadonlyMap<string, Definition> =>
  new Map(
    Object.entries(words).flatMap(([name, word]) => {
      const { definition } = word as { readonly definition?: unknown }
      return isDefinition(definition) ? [[name, definition] as const] : []
    }),
  )
