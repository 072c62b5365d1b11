import { code, generated } from '../markdown.ts'
import { type Declaration, declarationOf } from '../source/declaration.ts'
import { type Module, type Modules, textOf } from '../source/modules.ts'
import type { Word } from '../source/words.ts'
import { written } from './word-section.ts'

/** Types that words make, and that nobody writes out. */
const made = ['Component', 'Placeable', 'Cluster', 'Namespace', 'Environment', 'Exception', 'SecretSource']

/** Where a type is met first: its name, in a module that knows it. */
export interface Mention {
  readonly name: string
  readonly module: Module
}

/** The page that explains every type which the other pages name. */
export const typesPage = (mentions: readonly Mention[], words: readonly Word[], modules: Modules): string => {
  const sections = reached(mentions, modules).map((one) => section(one, words))
  return [generated('the types in generators/'), '# Types that options have\n', ...sections].join('\n')
}

/** The types that are named, and those that they name in turn, by name. */
export const reached = (mentions: readonly Mention[], modules: Modules): readonly Declaration[] => {
  const found = new Map<string, Declaration>()
  const queue = [...mentions]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const declaration = found.has(next.name) ? undefined : declarationOf(next.module, next.name, modules)
    if (declaration === undefined || declaration.node.type === 'VariableDeclaration') continue
    found.set(declaration.name, declaration)
    if (!made.includes(declaration.name)) queue.push(...mentionsIn(source(declaration), declaration.module))
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Names of types in a text: what begins large, and stands in no quotes and no comment. */
export const mentionsIn = (text: string, module: Module): readonly Mention[] => {
  const bare = text.replaceAll(/'[^']*'|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  return [...new Set(bare.match(/\b[A-Z]\w*/g) ?? [])].map((name) => ({ name, module }))
}

const source = ({ module, node }: Declaration): string => textOf(module, node)

const section = (declaration: Declaration, words: readonly Word[]): string => {
  const makers = words.filter(({ makes }) => makes === declaration.name).map(({ name }) => code(`${name}()`))
  const parts = [
    `## ${declaration.name}\n`,
    declaration.doc === '' ? '' : `${declaration.doc}\n`,
    makers.length === 0 ? '' : `Made by ${makers.join(', ')}.\n`,
    made.includes(declaration.name) ? '' : written(declaration),
  ]
  return parts.filter((part) => part !== '').join('\n')
}
