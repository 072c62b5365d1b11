import type { KeyMap, Keys } from '../keys.ts'
import { isKeyMap } from './shape.ts'

/** What is read of a JSON schema. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: object
  readonly additionalProperties?: boolean | object
}

/** The keys that a `values.schema.json` names: `{}` where any key passes, `null` where maps, lists or scalars may stand. */
export const schemaKeys = (text: string): KeyMap => {
  const root: Schema = JSON.parse(text)
  // The root lets other keys pass for the sake of sub-charts, so what it says of them is no answer.
  const keys = keysOf({ ...dereferenced(root, root), additionalProperties: false }, root)
  return isKeyMap(keys) ? keys : {}
}

/** Schemas of strangers may lead back into themselves; whatever is that deep down is not told apart. */
const deepest = 12

const keysOf = (schema: Schema, root: Schema, depth = 0): Keys => {
  const resolved = dereferenced(schema, root)
  const types = typesOf(resolved)
  const [type] = types
  if (types.length > 0 && types.every((name) => Object.hasOwn(scalars, name))) {
    return types.length === 1 ? scalars[type as keyof typeof scalars] : ''
  }
  if (types.length !== 1) return null
  if (type === 'array') return []
  return depth === deepest ? {} : membersOf(resolved, root, depth)
}

const scalars = { boolean: true, integer: 0, number: 0, string: '' } as const

const typesOf = ({ type, properties, enum: choices }: Schema): readonly string[] => {
  if (type !== undefined) return [type].flat().filter((name) => name !== 'null')
  if (properties !== undefined) return ['object']
  return choices === undefined ? [] : ['string']
}

const membersOf = (
  { properties = {}, patternProperties, additionalProperties = false }: Schema,
  root: Schema,
  depth: number,
): KeyMap =>
  additionalProperties !== false || patternProperties !== undefined
    ? {}
    : Object.fromEntries(Object.entries(properties).map(([key, member]) => [key, keysOf(member, root, depth + 1)]))

/** The schema itself, or the definition that it points to: `#/$defs/image`. */
const dereferenced = (schema: Schema, root: Schema, hops = 0): Schema => {
  if (schema.$ref === undefined || hops === deepest) return schema
  const path = schema.$ref.replace(/^#\//, '').split('/')
  const found = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], root)
  return dereferenced((found ?? {}) as Schema, root, hops + 1)
}
