import { compilePattern } from './pattern.ts'
import type { ScalarSchema, Schema } from './schema.ts'
import {
  isReference,
  type ObjectData,
  type Reference,
  type ScalarData,
  type SchemaData,
  type SchemaFile,
} from './schema-file.ts'

/** Gives the schema of a kind with its references followed; undefined when the file does not know the kind. */
export type Link = (file: string, kind: string) => Schema | undefined

/** Ties the schemas of data files together, each definition once and only when needed. */
export const linker = (read: (file: string) => SchemaFile): Link => {
  const linked = new Map<string, Schema>()

  const follow = (reference: Reference, from: string): Schema => {
    const [file, name] = splitReference(reference, from)
    const id = `${file}#${name}`
    const known = linked.get(id)
    if (known !== undefined) return known
    const data = read(file).definitions[name]
    if (data === undefined) throw new Error(`There is no definition ${id}, which ${from} refers to`)
    // It is filled in afterwards, because a definition may refer to itself.
    const schema = {} as Schema
    linked.set(id, schema)
    return Object.assign(schema, link(data, file))
  }

  const link = (data: SchemaData, file: string): Schema => {
    if (isReference(data)) return follow(data, file)
    if (typeof data === 'string') return { type: data }
    if ('fields' in data) return linkObject(data, file)
    if ('items' in data) return { ...data, type: 'list', items: link(data.items, file) }
    if (!('values' in data)) return linkScalar(data)
    const { keys, ...rest } = data
    const map = { ...rest, type: 'map', values: link(data.values, file) } as const
    return keys === undefined ? map : { ...map, keys: linkScalar(keys) }
  }

  const linkObject = (data: ObjectData, file: string): Schema => ({
    ...data,
    type: 'object',
    required: data.required ?? [],
    open: data.open ?? false,
    nullable: read(file).nullIsAbsent === true ? 'all' : (data.nullable ?? []),
    fields: new Map(Object.entries(data.fields).map(([name, field]) => [name, link(field, file)])),
  })

  return (file, kind) => {
    const { kinds } = read(file)
    return Object.hasOwn(kinds, kind) ? link(kinds[kind]!, file) : undefined
  }
}

const splitReference = (reference: Reference, from: string): readonly [file: string, name: string] => {
  const [file, name] = reference.split('#') as [string, string]
  return [file === '' ? from : file, name]
}

const linkScalar = ({ pattern, ...rest }: ScalarData): ScalarSchema =>
  pattern === undefined ? rest : { ...rest, pattern: compilePattern(pattern) }
