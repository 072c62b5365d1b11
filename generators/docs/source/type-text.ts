import { unwrapped } from '../../review/source/syntax.ts'
import { declarationOf, initOf } from './declaration.ts'
import { type PlacedType, referredName } from './members.ts'
import { type Module, type Modules, textOf } from './modules.ts'
import type { TypeNode } from './syntax.ts'

/** Longer than this, a choice of words is not repeated wherever it can be made. */
const longestChoice = 100

/** A type as people read it: without what only the compiler needs, and a short choice of words written out. */
export const typeText = ({ type, module }: PlacedType, modules: Modules): string => {
  const text = (part: TypeNode): string => typeText({ type: part, module }, modules)
  switch (type.type) {
    case 'TSTypeOperator':
      return keysText({ type, module }, modules) ?? text(type.typeAnnotation!)
    case 'TSParenthesizedType':
      return `(${text(type.typeAnnotation)})`
    case 'TSArrayType':
      return /[|&]/.test(text(type.elementType)) ? `(${bare(text(type.elementType))})[]` : `${text(type.elementType)}[]`
    case 'TSUnionType':
      return type.types.map(text).join(' | ')
    case 'TSTypeReference':
      return referenceText({ type, module }, modules, text)
    default:
      return textOf(module, type).replaceAll(/\s+/g, ' ').replaceAll('readonly ', '')
  }
}

const bare = (text: string): string => text.replace(/^\((.*)\)$/, '$1')

const referenceText = (
  { type, module }: PlacedType & { readonly type: Extract<TypeNode, { type: 'TSTypeReference' }> },
  modules: Modules,
  text: (part: TypeNode) => string,
): string => {
  const name = referredName(type)
  const given = type.typeParameters?.params ?? []
  if ((name === 'Readonly' || name === 'NoInfer' || name === 'Partial') && given[0] !== undefined) return text(given[0])
  // What a chart takes is a page of its own: the chart's.
  if (name === 'ValuesOf') return "the chart's values"
  if (given.length > 0) return `${name}<${given.map(text).join(', ')}>`
  const found = declarationOf(module, name, modules)
  if (found === undefined) return usualParameter(module, name) ?? name
  if (found.node.type !== 'TSTypeAliasDeclaration') return name
  const choice = typeText({ type: found.node.typeAnnotation, module: found.module }, modules)
  return isChoice(found.node.typeAnnotation) && choice.length <= longestChoice ? choice : name
}

/** What a type parameter is where nobody says another: `string` of `E extends string = string`. */
const usualParameter = ({ text }: Module, name: string): string | undefined =>
  new RegExp(`\\b${name} extends \\w+ = (\\w+)`).exec(text)?.[1]

/** `'apps' | 'infrastructure'`, and the keys of a map, which are such a choice too. */
const isChoice = (type: TypeNode): boolean => {
  if (type.type === 'TSUnionType') return type.types.every(isChoice)
  if (type.type === 'TSTypeOperator') return type.operator === 'keyof'
  return type.type === 'TSLiteralType' && type.literal.type === 'StringLiteral'
}

/** The keys of a constant map, as a choice of words: `keyof typeof distributions`. */
const keysText = ({ type, module }: PlacedType, modules: Modules): string | undefined => {
  if (type.type !== 'TSTypeOperator' || type.operator !== 'keyof') return undefined
  const query = type.typeAnnotation
  if (query?.type !== 'TSTypeQuery' || query.exprName.type !== 'Identifier') return undefined
  const found = declarationOf(module, query.exprName.name, modules)
  const init = found === undefined ? undefined : initOf(found)
  const map = init === undefined ? undefined : unwrapped(init)
  if (map?.type !== 'ObjectExpression') return undefined
  return map.properties
    .flatMap((one) => (one.type === 'ObjectProperty' && one.key.type === 'Identifier' ? [`'${one.key.name}'`] : []))
    .join(' | ')
}
