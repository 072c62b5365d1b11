import type { Expression } from '../../review/source/syntax.ts'
import { declarationOf } from './declaration.ts'
import { docOf } from './doc-comment.ts'
import type { Module, Modules } from './modules.ts'
import type { InterfaceDeclaration, TypeElement, TypeNode, TypeReference } from './syntax.ts'

/** A type where it is written, so that the names in it can be followed. */
export interface PlacedType {
  readonly type: TypeNode
  readonly module: Module
}

/** A member of an interface, of those that it extends, or of an object type. */
export interface Member extends PlacedType {
  readonly name: string
  readonly isOptional: boolean
  readonly doc: string
  /** The interface that declares it; empty for one of a type that has no name. */
  readonly owner: string
}

/** The members that a type has. None for what is no map of known names. */
export const membersOf = ({ type, module }: PlacedType, modules: Modules): readonly Member[] => {
  switch (type.type) {
    case 'TSTypeLiteral':
      return type.members.flatMap((element) => memberOf(element, module, ''))
    case 'TSIntersectionType':
      return type.types.flatMap((part) => membersOf({ type: part, module }, modules))
    case 'TSTypeReference':
      return referred(type, module, modules)
    default:
      return []
  }
}

/** The name that a type refers to: `Omit` of `Omit<Chart, 'name'>`. */
export const referredName = ({ typeName }: TypeReference): string =>
  typeName.type === 'Identifier' ? typeName.name : typeName.right.name

const referred = (reference: TypeReference, module: Module, modules: Modules): readonly Member[] => {
  const name = referredName(reference)
  const [first, second] = reference.typeParameters?.params ?? []
  if (name === 'Omit' && first !== undefined) {
    const left = second === undefined ? [] : literalTexts(second)
    return membersOf({ type: first, module }, modules).filter((member) => !left.includes(member.name))
  }
  if ((name === 'Readonly' || name === 'Partial') && first !== undefined) {
    const members = membersOf({ type: first, module }, modules)
    return name === 'Partial' ? members.map((member) => ({ ...member, isOptional: true })) : members
  }
  const found = declarationOf(module, name, modules)
  if (found?.node.type === 'TSTypeAliasDeclaration')
    return membersOf({ type: found.node.typeAnnotation, module: found.module }, modules)
  return found?.node.type === 'TSInterfaceDeclaration' ? interfaceMembers(found.node, found.module, modules) : []
}

/** Its own members, and behind them those that it extends and does not say anew. */
const interfaceMembers = (node: InterfaceDeclaration, module: Module, modules: Modules): readonly Member[] => {
  const own = node.body.body.flatMap((element) => memberOf(element, module, node.id.name))
  const inherited = (node.extends ?? []).flatMap((heritage) => {
    const typeName = heritage.expression as Expression
    return referred({ ...heritage, type: 'TSTypeReference', typeName } as unknown as TypeReference, module, modules)
  })
  return [...own, ...inherited.filter(({ name }) => !own.some((member) => member.name === name))]
}

const memberOf = (element: TypeElement, module: Module, owner: string): readonly Member[] => {
  if (element.type !== 'TSPropertySignature' || element.key.type !== 'Identifier' || element.computed) return []
  const type = element.typeAnnotation?.typeAnnotation
  if (type === undefined || type.type === undefined) return []
  const { name } = element.key
  return [{ name, isOptional: element.optional === true, doc: docOf(element), type, module, owner }]
}

/** The texts of a union of literals: `'kind' | 'name'`. */
const literalTexts = (type: TypeNode): readonly string[] => {
  if (type.type === 'TSUnionType') return type.types.flatMap(literalTexts)
  return type.type === 'TSLiteralType' && type.literal.type === 'StringLiteral' ? [type.literal.value] : []
}
