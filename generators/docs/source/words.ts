import type { Expression } from '../../review/source/syntax.ts'
import { type Declaration, declarationOf, initOf } from './declaration.ts'
import { exportedNames } from './exported-names.ts'
import { type Member, membersOf, type PlacedType, referredName } from './members.ts'
import type { Module, Modules } from './modules.ts'
import type { ArrowFunction, TypeNode } from './syntax.ts'
import { typeText } from './type-text.ts'

/** A word that a fleet is written with. */
export interface Word {
  readonly name: string
  readonly doc: string
  /** What stands between its brackets, in order. Absent for a type. */
  readonly parameters?: readonly Parameter[]
  /** The type that it makes. Absent where the compiler works it out. */
  readonly makes?: string
  readonly declaration: Declaration
}

export interface Parameter {
  readonly name: string
  readonly type: string
  readonly isOptional: boolean
  /** What it has, where it is a map of known names. */
  readonly members: readonly Member[]
}

/** Every word that a module hands on. */
export const wordsOf = (module: Module, modules: Modules): readonly Word[] =>
  exportedNames(module).map((name) => {
    const declaration = declarationOf(module, name, modules)
    if (declaration === undefined) throw new Error(`${module.path} hands on ${name}, which is declared nowhere`)
    return { name, doc: declaration.doc, declaration, ...called(declaration, modules) }
  })

const called = (declaration: Declaration, modules: Modules): Pick<Word, 'makes' | 'parameters'> => {
  const init = initOf(declaration)
  if (init === undefined) return {}
  if (init.type === 'ArrowFunctionExpression') return signature(init, declaration.module, modules)
  return { parameters: madeBy(init, declaration.module, modules) }
}

const signature = (node: ArrowFunction, module: Module, modules: Modules): Pick<Word, 'makes' | 'parameters'> => {
  const result = node.returnType?.type === 'TSTypeAnnotation' ? node.returnType.typeAnnotation : undefined
  const makes = result?.type === 'TSTypeReference' ? { makes: referredName(result) } : {}
  const parameters = node.params.flatMap((param): readonly Parameter[] => {
    const target = param.type === 'AssignmentPattern' ? param.left : param
    const annotation = 'typeAnnotation' in target ? target.typeAnnotation : undefined
    if (annotation?.type !== 'TSTypeAnnotation') return []
    const name = target.type === 'Identifier' ? target.name : 'settings'
    const isOptional = param.type === 'AssignmentPattern' || (target.type === 'Identifier' && target.optional === true)
    return [parameter(name, { type: annotation.typeAnnotation, module }, isOptional, modules)]
  })
  return { parameters, ...makes }
}

/** What a maker of words is told by a type: `helmComponent<LokiOptions>({ … })` takes LokiOptions. */
const madeBy = (init: Expression, module: Module, modules: Modules): readonly Parameter[] => {
  if (init.type !== 'CallExpression') return []
  const type: TypeNode | undefined =
    init.typeParameters?.type === 'TSTypeParameterInstantiation' ? init.typeParameters.params[0] : undefined
  return type === undefined ? [] : [parameter('options', { type, module }, true, modules)]
}

const parameter = (name: string, placed: PlacedType, isOptional: boolean, modules: Modules): Parameter => ({
  name,
  type: typeText(placed, modules),
  isOptional,
  members: membersOf(placed, modules),
})
