import type { Expression, Program, Statement } from '../../review/source/syntax.ts'

/** The parts of Babel's syntax tree that types are declared with, named after what the parser returns. */
export type InterfaceDeclaration = Extract<Statement, { type: 'TSInterfaceDeclaration' }>
export type AliasDeclaration = Extract<Statement, { type: 'TSTypeAliasDeclaration' }>
export type VariableDeclaration = Extract<Statement, { type: 'VariableDeclaration' }>
export type ImportDeclaration = Extract<Statement, { type: 'ImportDeclaration' }>
export type ExportDeclaration = Extract<Statement, { type: 'ExportNamedDeclaration' }>
export type TypeNode = AliasDeclaration['typeAnnotation']
export type TypeReference = Extract<TypeNode, { type: 'TSTypeReference' }>
export type TypeElement = Extract<TypeNode, { type: 'TSTypeLiteral' }>['members'][number]
export type PropertySignature = Extract<TypeElement, { type: 'TSPropertySignature' }>
export type ArrowFunction = Extract<Expression, { type: 'ArrowFunctionExpression' }>

/** Any node, as far as its place in the text and the comments before it go. */
export type AnyNode = Pick<Program, 'end' | 'leadingComments' | 'start'>
