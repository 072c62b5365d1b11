import type { Scope, Value } from '../../review/source/scope.ts'
import { textOf } from '../../review/source/settled.ts'
import type { Expression } from '../../review/source/syntax.ts'
import type { Module, Modules } from '../source/modules.ts'
import { listed } from './lists.ts'
import type { Message } from './messages.ts'
import { moduleScope } from './module-scope.ts'

/** A problem that a test mentions with the name of its rule. */
export type MentionedProblem = Message & { readonly rule: string }

/**
 * The problems that a module of tests writes out in full, in one of the ways in which tests do: as they are printed, as an
 * object, or as texts that end or begin with the name of the rule.
 */
export const mentionedProblems = (
  module: Module,
  modules: Modules,
  rules: ReadonlySet<string>,
): readonly MentionedProblem[] => {
  const scope = moduleScope(module, modules)
  const found: MentionedProblem[] = []
  const visit = (node: Syntax, title: string): void => {
    const own = titleOf(node, scope)
    const inside = own === undefined ? title : joined(title, own)
    for (const { row = '', ...problem } of readAs(node, scope, rules).filter(isSaid))
      found.push({ ...problem, title: joined(inside, row) })
    for (const part of partsOf(node)) visit(part, inside)
  }
  visit(module.program as Syntax, '')
  return found
}

/** A group's title and a test's, as one sentence: "a hand edit that is not committed …", or apart: "a fleet: no file". */
const joined = (title: string, own: string): string => {
  if (title === '' || own === '') return title + own
  return /^(are|has|is|that)\b/.test(own) ? `${title} ${own}` : `${title}: ${own}`
}

interface Syntax {
  readonly type: string
}

const partsOf = (node: Syntax): readonly Syntax[] =>
  Object.entries(node)
    .filter(([role]) => !role.endsWith('Comments'))
    .flatMap(([, part]) => part)
    .filter((part): part is Syntax => typeof part === 'object' && part !== null && typeof part.type === 'string')

/** The sentence of a test, or of one row of a table: what stands first there. */
const titleOf = (node: Syntax, scope: Scope): string | undefined => {
  if (node.type !== 'CallExpression') return undefined
  const { callee, arguments: given } = node as Extract<Expression, { type: 'CallExpression' }>
  const isTest =
    callee.type === 'Identifier' ? ['describe', 'test'].includes(callee.name) : callee.type === 'CallExpression'
  const title = isTest && given[0] !== undefined ? textOf(valued(given[0] as Expression, scope)) : undefined
  return title?.includes('%') ? undefined : title
}

const valued = (node: Expression, scope: Scope): Value => ({ node, scope, via: [] })

/** A rule may be called as something else is: what is said to people has several words. */
const isSaid = ({ reason, fix }: Read): boolean => reason.includes(' ') && fix.includes(' ')

/** A problem, and the row of a table that it stands in. */
type Read = Omit<MentionedProblem, 'title'> & { readonly row?: string }

const readAs = (node: Syntax, scope: Scope, rules: ReadonlySet<string>): readonly Read[] => {
  const value = valued(node as Expression, scope)
  switch (node.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
      return printed(textOf(value) ?? '', rules)
    case 'ArrayExpression':
      return fromTexts(
        (listed(value) ?? []).map((one) => textOf(one) ?? ''),
        rules,
      )
    case 'CallExpression': {
      const { arguments: given } = node as Extract<Expression, { type: 'CallExpression' }>
      return fromTexts(
        given.map((one) => textOf(valued(one as Expression, scope)) ?? ''),
        rules,
      )
    }
    case 'ObjectExpression':
      return fromObject(node as Extract<Expression, { type: 'ObjectExpression' }>, scope, rules)
    default:
      return []
  }
}

/** A problem as a terminal shows it. */
const printed = (text: string, rules: ReadonlySet<string>): readonly Read[] =>
  [...text.matchAll(/^(\S.*)\n {2}(.+)\n {2}fix: (.+)\n {2}rule: ([\w-]+)/gm)].flatMap(
    ([, head = '', reason = '', fix = '', rule = '']) => (rules.has(rule) ? [{ rule, place: head, reason, fix }] : []),
  )

/** `[…, reason, fix, rule]`, or `[rule, place, reason, fix]`. */
const fromTexts = (texts: readonly string[], rules: ReadonlySet<string>): readonly Read[] => {
  const [first = '', place = '', said = '', todo = ''] = texts
  if (texts.length === 4 && rules.has(first) && said !== '' && todo !== '')
    return [{ rule: first, place, reason: said, fix: todo }]
  const [reason = '', fix = '', rule = ''] = texts.slice(-3)
  if (texts.length < 4 || !rules.has(rule) || reason === '' || fix === '') return []
  const at = texts.at(-4) ?? ''
  const isPlace = texts.length === 4 || /^\S+\.\S+$/.test(at)
  return [{ rule, reason, fix, ...(isPlace ? { place: at } : {}), ...(texts.length > 4 ? { row: first } : {}) }]
}

/** `{ rule, reason, fix }`, with more or without. */
const fromObject = (
  { properties }: Extract<Expression, { type: 'ObjectExpression' }>,
  scope: Scope,
  rules: ReadonlySet<string>,
): readonly Read[] => {
  const texts = new Map(
    properties.flatMap((one) =>
      one.type === 'ObjectProperty' && one.key.type === 'Identifier'
        ? [[one.key.name, textOf(valued(one.value as Expression, scope))] as const]
        : [],
    ),
  )
  const [rule = '', reason, fix] = [texts.get('rule'), texts.get('reason'), texts.get('fix')]
  return rules.has(rule) && reason !== undefined && fix !== undefined ? [{ rule, reason, fix }] : []
}
