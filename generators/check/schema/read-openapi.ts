import { apiServerRules } from './api-server-rules.ts'
import type { Dialect, JsonSchema } from './json-schema.ts'
import type { Enums } from './read-enums.ts'
import { readNode, referenceOf } from './read-node.ts'
import type { ObjectData, SchemaData, SchemaFile } from './schema-file.ts'

/** One of the documents in Kubernetes' `api/openapi-spec/v3`. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, { readonly put?: Operation }>>
  readonly components?: { readonly schemas?: Schemas }
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
  readonly 'x-kubernetes-group-version-kind'?: {
    readonly group: string
    readonly version: string
    readonly kind: string
  }
}

type Schemas = Readonly<Record<string, JsonSchema>>

/** A kind that authors write, with the name of its definition. */
interface Root {
  readonly file: string
  readonly kind: string
  readonly definition: string
}

/** Data files by name, `apps_v1`. What several groups use stands in the file of the group it belongs to. */
export const readOpenApi = (
  documents: readonly OpenApiDocument[],
  enums: Enums,
): Readonly<Record<string, SchemaFile>> => {
  const roots = documents.flatMap(rootsOf)
  const schemas = withoutStatus(Object.assign({}, ...documents.map(({ components }) => components?.schemas)), roots)
  const files = new Map(roots.map(({ file, definition }) => [packageOf(definition), file]))
  files.set('io.k8s.apimachinery.pkg.apis.meta.v1', 'meta')
  const definitions = reachable(roots, schemas).map((name) => ({ name, file: files.get(packageOf(name)) }))

  const readFile = (file: string): SchemaFile => {
    const dialect = dialectOf(file, schemas, files)
    const kinds = roots.filter((root) => root.file === file)
    const own = definitions.filter((definition) => definition.file === file)
    return {
      nullIsAbsent: true,
      kinds: Object.fromEntries(kinds.map(({ kind, definition }) => [kind, dialect.reference(definition)])),
      definitions: Object.fromEntries(own.map(({ name }) => [shortName(name), readDefinition(name, file, dialect)])),
    }
  }

  const readDefinition = (name: string, file: string, dialect: Dialect): SchemaData => {
    const { properties = {}, ...schema } = schemas[name]!
    const { fields = {}, required = [], ...rules } = apiServerRules[`${file}#${shortName(name)}`] ?? {}
    const data = readNode(
      {
        ...schema,
        properties: withEnums(properties, (field) => enums.get(`${name}.${field}`), schema.required),
        required: [...(schema.required ?? []), ...required],
      },
      dialect,
    ) as ObjectData
    return { ...data, ...rules, fields: { ...data.fields, ...fields } }
  }

  return Object.fromEntries([...new Set(files.values())].sort().map((file) => [file, readFile(file)]))
}

/** The kinds of a document are what can be put by name: neither lists nor reviews nor scales. */
const rootsOf = ({ paths }: OpenApiDocument): Root[] =>
  Object.entries(paths).flatMap(([path, { put }]) => {
    const definition = referenceOf(put?.requestBody?.content['*/*']?.schema ?? {})
    const id = put?.['x-kubernetes-group-version-kind']
    if (!path.endsWith('{name}') || definition === undefined || id === undefined) return []
    return [{ file: `${id.group === '' ? 'core' : id.group}_${id.version}`, kind: id.kind, definition }]
  })

/** The status of a kind is free: controllers write it, and some tools leave an empty one behind. */
const withoutStatus = (schemas: Schemas, roots: readonly Root[]): Schemas => {
  const freed = roots.map(({ definition }) => {
    const { properties = {}, ...rest } = schemas[definition]!
    return [definition, { ...rest, properties: 'status' in properties ? { ...properties, status: {} } : properties }]
  })
  return { ...schemas, ...Object.fromEntries(freed) }
}

/** The names of all definitions with fields that the roots lead to. */
const reachable = (roots: readonly Root[], schemas: Schemas): readonly string[] => {
  const found = new Set(roots.map(({ definition }) => definition))
  // A set yields what is added while it is walked.
  for (const name of found) for (const [, next] of JSON.stringify(schemas[name]).matchAll(reference)) found.add(next!)
  return [...found].filter((name) => schemas[name]?.properties !== undefined).sort()
}

const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g

const dialectOf = (file: string, schemas: Schemas, files: ReadonlyMap<string, string>): Dialect => {
  const dialect: Dialect = {
    bareObject: 'any',
    resolve: (name) => schemas[name]!,
    reference: (name) => {
      if (name === 'io.k8s.apimachinery.pkg.api.resource.Quantity') return 'quantity'
      if (schemas[name]!.properties === undefined) return readNode(schemas[name]!, dialect)
      const of = files.get(packageOf(name))
      return `${of === file ? '' : of}#${shortName(name)}`
    },
    // These documents give every required field the zero value of its type as its default, which spares nobody.
    defaultSpares: (value) => typeof value === 'string' && value !== '',
    nullable: () => [],
  }
  return dialect
}

const withEnums = (
  properties: Schemas,
  valuesOf: (field: string) => readonly string[] | undefined,
  required: readonly string[] = [],
): Schemas =>
  Object.fromEntries(
    Object.entries(properties).map(([field, property]) => {
      const values = valuesOf(field)
      if (values === undefined) return [field, property]
      if (property.items !== undefined) return [field, { ...property, items: { ...property.items, enum: values } }]
      return [field, { ...property, enum: required.includes(field) ? values : ['', ...values] }]
    }),
  )

const packageOf = (name: string): string => name.slice(0, name.lastIndexOf('.'))
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
