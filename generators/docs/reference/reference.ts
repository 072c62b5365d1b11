import type { Usage } from '../../command/arguments.ts'
import type { File } from '../../file.ts'
import type { Definition } from '../../fleet/component.ts'
import { anchor, generated } from '../markdown.ts'
import { declarationOf } from '../source/declaration.ts'
import { membersOf } from '../source/members.ts'
import type { Modules } from '../source/modules.ts'
import { optionsOf } from '../source/options.ts'
import { type Word, wordsOf } from '../source/words.ts'
import { type Area, areas } from './areas.ts'
import { commandsPage } from './commands-page.ts'
import { mentionsIn, typesPage } from './types-page.ts'
import { type Ground, heading, optionTable, wordSection } from './word-section.ts'

const folder = 'docs/reference'
const library = 'generators/fleetwright.ts'
const componentTypes = 'generators/fleet/component.ts'

/** Types that stand closed in a table because a page explains them, beside those that words make. */
const closed = ['AddressedChannel', 'NamedChannel', 'Placeable', 'PrometheusRule', 'Resources']

/** What the reference is made from. */
export interface ReferenceSource {
  readonly modules: Modules
  readonly definitions: ReadonlyMap<string, Definition>
  readonly usages: Readonly<Record<string, Usage>>
}

/** The pages of the reference. Throws for a word that no area has: the next one must be put somewhere. */
export const reference = ({ modules, definitions, usages }: ReferenceSource): readonly File[] => {
  const module = modules.at(library)
  if (module === undefined) throw new Error(`there is no ${library} to read`)
  const words = wordsOf(module, modules)
  const homeless = words.filter(({ name }) => !areas.some((area) => area.words.includes(name)))
  if (homeless.length > 0)
    throw new Error(`no page of the reference has ${homeless.map(({ name }) => name).join(', ')}`)
  const makes = new Set([...closed, ...words.flatMap((word) => word.makes ?? [])])
  const ground: Ground = { modules, definitions, isClosed: (name) => makes.has(name) }
  const mentions = words.flatMap((word) => mentioned(word, ground))
  return [
    { path: `${folder}/README.md`, content: index(words) },
    ...areas.map((area) => ({ path: `${folder}/${area.page}.md`, content: areaPage(area, words, ground) })),
    { path: `${folder}/types.md`, content: typesPage(mentions, words, modules) },
    { path: `${folder}/commands.md`, content: commandsPage(usages) },
  ]
}

const areaPage = (area: Area, words: readonly Word[], ground: Ground): string => {
  const sections = area.words.map((name) => wordSection(words.find((word) => word.name === name)!, ground))
  return [
    generated('the types in generators/'),
    `# ${area.title}\n`,
    `${area.about} Types are explained in [types](types.md).\n`,
    ...sections,
    ...(area.page === 'fleet' ? [everyComponent(ground)] : []),
  ].join('\n')
}

const everyComponent = ({ modules, isClosed }: Ground): string => {
  const module = modules.at(componentTypes)!
  const found = declarationOf(module, 'HelmOptions', modules)
  if (found?.node.type !== 'TSInterfaceDeclaration') throw new Error(`${componentTypes} declares no HelmOptions`)
  const type = { type: 'TSTypeReference', typeName: found.node.id } as never
  const options = optionsOf(membersOf({ type, module }, modules), modules, isClosed)
  return `## Every component\n\nA component of plain objects takes \`name\` and \`after\`, one of a chart all of these.\n\n${optionTable(options)}`
}

const index = (words: readonly Word[]): string =>
  [
    generated('the types in generators/'),
    '# Reference\n',
    'Every word that `generators/fleet.ts` is written with, and every option of it. An editor shows the same.\n',
    ...areas.map((area) => {
      const links = area.words.map((name) => {
        const word = words.find((one) => one.name === name)!
        return `[\`${name}\`](${area.page}.md#${anchor(heading(word))})`
      })
      return `- [${area.title}](${area.page}.md): ${links.join(', ')}`
    }),
    '- [Types that options have](types.md)',
    '- [Commands](commands.md)',
    '- [Rules](../rules/README.md)',
    '',
  ].join('\n')

/** The types that a word's tables name. */
const mentioned = ({ parameters = [], declaration }: Word, { modules, isClosed }: Ground) => [
  ...parameters.flatMap(({ members }) =>
    optionsOf(members, modules, isClosed).flatMap(({ type, module }) => mentionsIn(type, module)),
  ),
  ...parameters
    .filter(({ members }) => members.length === 0)
    .flatMap(({ type }) => mentionsIn(type, declaration.module)),
]
