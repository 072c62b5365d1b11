import type { Expression } from '../../review/source/syntax.ts'
import { docOf } from './doc-comment.ts'
import type { Module, Modules } from './modules.ts'
import type {
  AliasDeclaration,
  ExportDeclaration,
  ImportDeclaration,
  InterfaceDeclaration,
  VariableDeclaration,
} from './syntax.ts'

/** Something that a module declares by a name, with what the comment before it says. */
export interface Declaration {
  readonly name: string
  readonly doc: string
  readonly module: Module
  readonly node: AliasDeclaration | InterfaceDeclaration | VariableDeclaration
}

/** What a name means in a module: declared there, or imported, or handed on from where it is. */
export const declarationOf = (module: Module, name: string, modules: Modules): Declaration | undefined => {
  for (const statement of module.program.body) {
    const found = statement.type === 'ImportDeclaration' ? imported(statement, name) : declared(statement, module, name)
    if (found === undefined) continue
    if ('node' in found) return found
    const source = modules.from(module, found.from)
    return source === undefined ? undefined : declarationOf(source, found.name, modules)
  }
  return undefined
}

/** What a name is called in another module. */
interface Elsewhere {
  readonly from: string
  readonly name: string
}

const imported = ({ source, specifiers }: ImportDeclaration, name: string): Elsewhere | undefined =>
  specifiers.flatMap((one) =>
    one.type === 'ImportSpecifier' && one.local.name === name
      ? [{ from: source.value, name: nameOf(one.imported) }]
      : [],
  )[0]

const handedOn = ({ source, specifiers }: ExportDeclaration, name: string): Elsewhere | undefined =>
  source
    ? specifiers.flatMap((one) =>
        one.type === 'ExportSpecifier' && nameOf(one.exported) === name
          ? [{ from: source.value, name: one.local.name }]
          : [],
      )[0]
    : undefined

const nameOf = (node: { readonly type: string } & ({ readonly name: string } | { readonly value: string })): string =>
  'name' in node ? node.name : node.value

const declared = (
  statement: Module['program']['body'][number],
  module: Module,
  name: string,
): Declaration | Elsewhere | undefined => {
  if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) return handedOn(statement, name)
  const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration! : statement
  const isIt =
    node.type === 'VariableDeclaration'
      ? node.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
      : (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') && node.id.name === name
  if (!isIt) return undefined
  // The comment stands before `export`, where there is one.
  return { name, doc: docOf(statement) || docOf(node), module, node: node as Declaration['node'] }
}

/** What a constant was declared as. */
export const initOf = ({ node, name }: Declaration): Expression | undefined =>
  node.type === 'VariableDeclaration'
    ? (node.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init ?? undefined)
    : undefined
