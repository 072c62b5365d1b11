import { declarationOf } from './declaration.ts'
import { type Member, membersOf, type PlacedType, referredName } from './members.ts'
import type { Module, Modules } from './modules.ts'
import { type Explained, explained } from './sentences.ts'
import { typeText } from './type-text.ts'

/** An option as people look it up. */
export interface Option extends Explained {
  /** With dots where it stands in a map: `grafana.ingress.host`, `users.NAME.secret`, `channels[].name`. */
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  /** Where its type is written. */
  readonly module: Module
}

/** How deep options are written out. */
const deepest = 4

/** The options that members are, those of maps within them after each. Types that are explained elsewhere stay closed. */
export const optionsOf = (
  members: readonly Member[],
  modules: Modules,
  isClosed: (typeName: string) => boolean,
  prefix = '',
): readonly Option[] =>
  lastOfEach(members).flatMap((member) => {
    const name = `${prefix}${member.name}`
    const inner = name.split('.').length < deepest ? within(member, modules, isClosed) : { members: [], suffix: '' }
    const nested = optionsOf(inner.members, modules, isClosed, `${name}${inner.suffix}.`)
    const own = {
      name,
      type: nested.length > 0 ? shapeOf(inner.suffix) : typeText(member, modules),
      isRequired: !member.isOptional,
      module: member.module,
      ...explained(member.doc || (nested.length > 0 ? docOfType(member, modules) : '')),
    }
    return [own, ...nested]
  })

/** What is said of a type by name, for a member of which nothing is said. */
const docOfType = ({ type, module }: PlacedType, modules: Modules): string =>
  (type.type === 'TSTypeReference' ? declarationOf(module, referredName(type), modules)?.doc : undefined) ?? ''

/** What types together say of a member, the last one says. */
const lastOfEach = (members: readonly Member[]): readonly Member[] => [
  ...new Map(members.map((member) => [member.name, member])).values(),
]

const shapeOf = (suffix: string): string => (suffix === '' ? 'map' : suffix === '[]' ? 'list of maps' : 'map of maps')

interface Within {
  readonly members: readonly Member[]
  /** What stands for the name or index between: `.NAME`, `[]`, or nothing. */
  readonly suffix: string
}

/** The members of a map, of each map in a list, or of each map under names of the user's own. */
const within = ({ type, module }: PlacedType, modules: Modules, isClosed: (typeName: string) => boolean): Within => {
  const inside = (part: PlacedType['type'], suffix: string): Within => {
    const found = within({ type: part, module }, modules, isClosed)
    return { members: found.members, suffix: `${suffix}${found.suffix}` }
  }
  if (type.type === 'TSTypeOperator') return inside(type.typeAnnotation!, '')
  if (type.type === 'TSArrayType') return inside(type.elementType, '[]')
  if (type.type !== 'TSTypeReference') return { members: membersOf({ type, module }, modules), suffix: '' }
  const name = referredName(type)
  const given = type.typeParameters?.params ?? []
  if (name === 'Readonly' && given[0] !== undefined) return inside(given[0], '')
  if (name === 'Record' && given[1] !== undefined) return inside(given[1], '.NAME')
  const alias = declarationOf(module, name, modules)?.node.type === 'TSTypeAliasDeclaration'
  if (isClosed(name) || (alias && given.length > 0)) return { members: [], suffix: '' }
  return { members: membersOf({ type, module }, modules), suffix: '' }
}
