import type { Dialect, JsonSchema } from './json-schema.ts'
import { knownPatterns } from './known-patterns.ts'
import { readPattern } from './pattern.ts'
import type { Counts, ScalarType } from './schema.ts'
import type { ListData, ObjectData, ScalarData, SchemaData } from './schema-file.ts'

/** Leaves of a JSON schema what a check needs. */
export const readNode = (node: JsonSchema, dialect: Dialect): SchemaData => {
  const name = referenceOf(node)
  if (name !== undefined) return dialect.reference(name)
  if (node['x-kubernetes-int-or-string'] === true || node.format === 'int-or-string')
    return readScalar('int-or-string', node)
  if (node.properties !== undefined) return readObject(node, node.properties, dialect)
  if (node['x-kubernetes-preserve-unknown-fields'] === true) return 'any'
  if (node.type === 'array' && node.items !== undefined) return readList(node, node.items, dialect)
  if (node.type === 'object') return readMap(node, dialect)
  return readScalar(scalarType(node), node)
}

/** Kubernetes wraps a reference that has a default: `allOf: [{$ref}]`. */
export const referenceOf = ({ $ref, allOf }: JsonSchema): string | undefined => {
  const reference = $ref ?? (allOf?.length === 1 ? allOf[0]!.$ref : undefined)
  return reference?.slice(reference.lastIndexOf('/') + 1)
}

const scalarType = ({ type, format }: JsonSchema): ScalarType => {
  switch (type) {
    case 'string':
      return format === 'byte' ? 'base64' : format === 'date-time' ? 'date-time' : 'string'
    case 'integer':
      return format === 'int32' ? 'int32' : 'integer'
    case 'boolean':
    case 'number':
      return type
    case undefined:
      return 'any'
    default:
      throw new Error(`No scalar is of type ${type}`)
  }
}

const readScalar = (type: ScalarType, node: JsonSchema): SchemaData => {
  const { pattern, minimum, maximum, minLength, maxLength } = node
  const limits: ScalarData = defined({
    type,
    enum: node.enum ?? node.allOf?.[0]?.enum,
    pattern: pattern === undefined ? patternOf(node.format) : readPattern(pattern),
    minimum,
    maximum,
    minLength: minLength === 0 ? undefined : minLength,
    maxLength,
  })
  return Object.keys(limits).length === 1 ? type : limits
}

/** Some formats are checked although no pattern says so. */
const patternOf = (format: string | undefined): string | undefined =>
  format === 'cidr' ? knownPatterns.cidr.pattern : undefined

const readObject = (
  node: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  dialect: Dialect,
): ObjectData => {
  const fields = mapValues(properties, (property) => readNode(property, dialect))
  const nullable = dialect.nullable(properties)
  const required = node.required?.filter((name) => !dialect.defaultSpares(properties[name]?.default))
  return defined({
    fields,
    required: required?.length === 0 ? undefined : required,
    open: node['x-kubernetes-preserve-unknown-fields'] === true ? (true as const) : undefined,
    nullable: nullable.length === 0 ? undefined : nullable,
    ...readCounts(node),
  })
}

const readMap = (node: JsonSchema, dialect: Dialect): SchemaData => {
  const { additionalProperties: values } = node
  if (values === undefined) return dialect.bareObject
  return defined({ values: typeof values === 'boolean' ? 'any' : readNode(values, dialect), ...readCounts(node) })
}

const readCounts = ({ minProperties, maxProperties, oneOf, anyOf }: JsonSchema): Counts =>
  defined({ minProperties, maxProperties, exactlyOneOf: alternatives(oneOf), atLeastOneOf: alternatives(anyOf) })

/** The fields of `oneOf: [{required: [a]}, {required: [b]}]`; undefined for alternatives of any other form. */
const alternatives = (schemas: readonly JsonSchema[] | undefined): readonly string[] | undefined =>
  schemas?.every(({ required }) => required?.length === 1) ? schemas.map(({ required }) => required![0]!) : undefined

const readList = (node: JsonSchema, items: JsonSchema, dialect: Dialect): ListData => {
  const uniqueBy = node['x-kubernetes-list-map-keys']
  return defined({
    items: readNode(items, dialect),
    minItems: node.minItems === 0 ? undefined : node.minItems,
    maxItems: node.maxItems,
    unique: node['x-kubernetes-list-type'] === 'set' ? true : undefined,
    uniqueBy,
    keyDefaults: uniqueBy === undefined ? undefined : keyDefaults(uniqueBy, items, dialect),
  })
}

const keyDefaults = (keys: readonly string[], items: JsonSchema, { resolve }: Dialect): ListData['keyDefaults'] => {
  const name = referenceOf(items)
  const { properties = {} } = name === undefined ? items : resolve(name)
  // Kubernetes gives zero values as defaults, which say nothing.
  const given = keys.map((key) => [key, properties[key]?.default] as const).filter(([, value]) => Boolean(value))
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** The same record without the fields that are undefined. */
const defined = <T extends object>(record: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
