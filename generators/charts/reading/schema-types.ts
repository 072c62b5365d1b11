import { isRecord } from '../../fleet/checks/check.ts'
import { literal } from './literal.ts'

/** What a `values.schema.json` says of one value, for people who write it. */
export interface SchemaType {
  /** As a type of TypeScript, where that is a scalar or a list of them. */
  readonly type?: string
  readonly description?: string
}

type Schema = Readonly<Record<string, unknown>>

/** A schema that leads back into itself is not followed for ever. */
const deepest = 12

/** The types that a schema gives to values, by path with dots. */
export const schemaTypes = (text: string): ReadonlyMap<string, SchemaType> => {
  const root: unknown = JSON.parse(text)
  const types = new Map<string, SchemaType>()
  const walk = (given: unknown, path: readonly string[]): void => {
    if (!isRecord(root) || path.length > deepest) return
    const schema = dereferenced(given, root)
    if (schema === undefined) return
    if (path.length > 0) types.set(path.join('.'), { ...typeOf(schema, root), ...described(given, schema) })
    if (isRecord(schema.properties))
      for (const [name, member] of Object.entries(schema.properties)) walk(member, [...path, name])
  }
  walk(root, [])
  return types
}

const described = (...schemas: readonly unknown[]): { description?: string } => {
  const found = schemas
    .map((schema) => (isRecord(schema) ? schema.description : undefined))
    .find((one) => typeof one === 'string')
  return typeof found === 'string' && found.trim() !== '' ? { description: found.replaceAll(/\s+/g, ' ').trim() } : {}
}

const typeOf = (schema: Schema, root: Schema): { type?: string } => {
  const type = literals(schema) ?? union(schema) ?? list(schema, root)
  return type === undefined ? {} : { type }
}

const scalars: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  string: 'string',
}

const literals = ({ enum: choices, const: only }: Schema): string | undefined => {
  const all = Array.isArray(choices) ? choices : only === undefined ? [] : [only]
  const known = all.filter((one) => one !== null)
  if (known.length === 0 || known.some((one) => typeof one === 'object')) return undefined
  return known.map((one) => (typeof one === 'string' ? literal(one) : String(one))).join(' | ')
}

const union = ({ type }: Schema): string | undefined => {
  const names = [type].flat().filter((name) => name !== 'null')
  const types = names.map((name) =>
    typeof name === 'string' && Object.hasOwn(scalars, name) ? scalars[name] : undefined,
  )
  return types.length === 0 || types.includes(undefined) ? undefined : [...new Set(types)].join(' | ')
}

const list = ({ type, items }: Schema, root: Schema): string | undefined => {
  if (type !== 'array') return undefined
  const item = dereferenced(items, root)
  const inside = item === undefined ? undefined : (literals(item) ?? union(item))
  if (inside === undefined) return undefined
  return inside.includes(' ') ? `readonly (${inside})[]` : `readonly ${inside}[]`
}

/** The schema itself, or the definition in the same file that it points to. */
const dereferenced = (given: unknown, root: Schema): Schema | undefined => {
  let schema = given
  for (let hops = 0; hops < deepest && isRecord(schema) && typeof schema.$ref === 'string'; hops += 1) {
    const steps = schema.$ref
      .replace(/^#\/?/, '')
      .split('/')
      .filter((step) => step !== '')
    schema = steps.reduce<unknown>((at, step) => (isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined), root)
  }
  return isRecord(schema) ? schema : undefined
}
