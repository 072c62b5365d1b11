import type { Fleet } from '../fleet/fleet.ts'
import type { Place, Problem } from '../problem.ts'
import { follow } from '../review/source/follow.ts'
import { isObject, literals, properties } from '../review/source/literals.ts'
import { withoutByteOrderMark } from '../review/source/position.ts'
import { scopeOf, type Value } from '../review/source/scope.ts'
import { settled } from '../review/source/settled.ts'
import { type Call, defaultExport, type Expression, isExpression, parseTypeScript } from '../review/source/syntax.ts'
import { calleeIn } from './callee.ts'
import type { Catalogue } from './catalogue.ts'
import type { Edit } from './edit.ts'
import { importEdit } from './import-edit.ts'
import { inFront, quoted } from './insertion.ts'
import { entryOf, newOptions } from './promoted.ts'
import type { Promotion } from './promotion.ts'

/** The least that has to change in the source of a fleet for a promotion; or why it cannot be done there. */
export const fleetEdits = (
  source: string,
  fleet: Fleet,
  promotion: Promotion,
  catalogue: Catalogue,
): readonly Edit[] | { readonly problem: Problem } => {
  const text = withoutByteOrderMark(source)
  const program = parseTypeScript(text)
  const node = program && defaultExport(program)
  const { to, component, places, definition } = promotion
  const place = ['environments', to, component]
  if (program === undefined || node === undefined) return { problem: elsewhere(place, promotion) }
  const root: Value = { node, scope: scopeOf(program.body), via: [] }
  const entry = entryOf(fleet.environments[to]!, component)
  if (entry !== undefined) {
    const { left, value } = follow(root, place)
    if (left > 0) return { problem: elsewhere(place, promotion) }
    return typeof entry === 'function' ? [called(value, promotion)] : optionEdit(text, value, place, promotion)
  }
  const callee = calleeIn(program, root, places, definition.name)
  const name = callee === undefined ? catalogue.get(definition.name) : text.slice(callee.start!, callee.end!)
  if (name === undefined || (callee === undefined && definition.written !== undefined)) {
    return { problem: elsewhere(place, promotion) }
  }
  const list = listEdit(text, follow(root, place.slice(0, 2)), `${name}(${written(newOptions(promotion))})`)
  if (list === undefined) return { problem: elsewhere(place, promotion) }
  return callee === undefined ? [importEdit(text, program, name), list] : [list]
}

const written = (options: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(options)
    .map(([key, value]) => `${key}: ${quoted(String(value))}`)
    .join(', ')} }`

/** A component that is merely named is called. */
const called = ({ node }: Value, { option, version }: Promotion): Edit => ({
  start: node.end!,
  end: node.end!,
  text: `(${written({ [option]: version })})`,
})

/** Says the option in a call that may say it already. */
const optionEdit = (
  source: string,
  unsettled: Value,
  place: Place,
  promotion: Promotion,
): readonly Edit[] | { readonly problem: Problem } => {
  const { option, version } = promotion
  const value = settled(unsettled)
  if (value.node.type !== 'CallExpression') return { problem: elsewhere(place, promotion) }
  const [argument] = value.node.arguments
  if (argument === undefined) {
    const at = value.node.end! - 1
    return [{ start: at, end: at, text: written({ [option]: version }) }]
  }
  const options = isExpression(argument) ? literals({ ...value, node: argument }).find(isObject) : undefined
  if (options === undefined) return { problem: elsewhere(place, promotion) }
  const property = properties(options).findLast(({ key }) => key === option)
  if (property === undefined) return [inFront(source, options.node, `${option}: ${quoted(version)}`)]
  const literal = literalEdit(source, property.value.node, version)
  return literal === undefined ? { problem: computed(place, promotion) } : [literal]
}

const literalEdit = (source: string, { type, start, end }: Value['node'], version: string): Edit | undefined => {
  if (type !== 'StringLiteral') return undefined
  return { start: start!, end: end!, text: quoted(version, source[start!] === '"' ? '"' : "'") }
}

/** Puts a component into the list of an environment, which may have none yet. */
const listEdit = (source: string, { left, value }: ReturnType<typeof follow>, component: string): Edit | undefined => {
  const environment = settled(value)
  if (left > 0 || environment.node.type !== 'CallExpression') return undefined
  const { arguments: given } = environment.node as Call
  const [settings, components] = given
  if (components !== undefined) {
    const list = settled({ ...environment, node: components as Expression }).node
    return list.type === 'ArrayExpression' ? inFront(source, list, component) : undefined
  }
  return settings && { start: settings.end!, end: settings.end!, text: `, [${component}]` }
}

const elsewhere = (place: Place, { option, version, component, to }: Promotion): Problem => ({
  rule: 'promotion-is-written',
  place,
  reason: `what ${to} says of ${component} is not written here in a way that could be changed by itself`,
  fix: `write ${option}: ${quoted(version)} where it is written`,
})

const computed = (place: Place, { option, version, component, to }: Promotion): Problem => ({
  rule: 'promotion-is-written',
  place: [...place, option],
  reason: `the ${option} of ${component} in ${to} is computed, not written as a text`,
  fix: `write ${option}: ${quoted(version)} here, or change what it is computed from`,
})

/** What is changed in one place and read from others would be promoted there as well. */
export const shared = ({ option, version, component, to }: Promotion): Problem => ({
  rule: 'promotion-is-written',
  place: ['environments', to, component, option],
  reason: `others than ${to} read what is written here of ${component}, and would change with it`,
  fix: `give ${to} a ${component} of its own, with ${option}: ${quoted(version)}`,
})
