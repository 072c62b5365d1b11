import type { Definition } from '../../fleet/component.ts'
import { anchor, code, fenced, table } from '../markdown.ts'
import type { Declaration } from '../source/declaration.ts'
import { type Modules, textOf } from '../source/modules.ts'
import { type Option, optionsOf } from '../source/options.ts'
import type { Parameter, Word } from '../source/words.ts'
import { componentFacts } from './component-facts.ts'

/** What the sections of all words have in common. */
export interface Ground {
  readonly modules: Modules
  /** Types that are explained once, on a page of their own. */
  readonly isClosed: (typeName: string) => boolean
  /** What each word is when the program runs, for those that are components. */
  readonly definitions: ReadonlyMap<string, Definition>
}

/** Options that every component takes, and that are explained once. */
const common = ['CommonOptions', 'HelmOptions']

/** How a word is written: `loki(options?)`. */
export const heading = ({ name, parameters }: Word): string =>
  parameters === undefined
    ? name
    : `${name}(${parameters.map((one) => `${one.name}${one.isOptional ? '?' : ''}`).join(', ')})`

/** A word with all that it takes. */
export const wordSection = (word: Word, ground: Ground): string => {
  const definition = ground.definitions.get(word.name)
  const parts = [
    `## ${heading(word)}\n`,
    word.doc === '' ? '' : `${word.doc}\n`,
    definition === undefined ? '' : componentFacts(definition),
    word.parameters === undefined ? written(word.declaration) : '',
    ...(word.parameters ?? []).map((parameter) => parameterPart(parameter, definition, ground)),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** A type as it is written, without what only the compiler needs. */
export const written = ({ module, node }: Declaration): string =>
  fenced('ts', textOf(module, node).replaceAll('readonly ', ''))

const parameterPart = (parameter: Parameter, definition: Definition | undefined, ground: Ground): string => {
  const own = parameter.members.filter(({ owner }) => !common.includes(owner))
  const rows = optionTable(optionsOf(own, ground.modules, ground.isClosed))
  if (definition === undefined && rows === '') return `- ${code(parameter.name)}: ${code(parameter.type)}\n`
  if (definition === undefined) return rows
  return `${rows === '' ? '' : `${rows}\n`}${everybodys(definition)}\n`
}

const everybodys = ({ kind, options }: Definition): string => {
  const names = ['name', 'after', ...(kind === 'helm' ? ['version', 'values'] : [])].filter((name) => name in options)
  return `And ${names.map(code).join(', ')}, [as every component](fleet.md#every-component).`
}

/** A type with a name leads to where it is explained. */
const typeCell = (type: string): string => {
  const name = /^([A-Z]\w*)(?:\[\])?$/.exec(type)?.[1]
  return name === undefined ? code(type) : `[${code(type)}](types.md#${anchor(name)})`
}

/** Options as a table. */
export const optionTable = (options: readonly Option[]): string =>
  table(
    ['option', 'type', 'default', 'what it does'],
    options.map(({ name, type, isRequired, byDefault, effect }) => [
      code(name),
      typeCell(type),
      isRequired ? 'required' : (byDefault ?? ''),
      effect,
    ]),
  )
