import type { Dialect, JsonSchema } from './json-schema.ts'
import { readNode } from './read-node.ts'
import type { ObjectData, SchemaData } from './schema-file.ts'

/** What is read of a CustomResourceDefinition. */
export interface CustomResourceDefinition {
  readonly kind: 'CustomResourceDefinition'
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly {
      readonly name: string
      readonly served: boolean
      readonly schema: { readonly openAPIV3Schema: JsonSchema }
    }[]
  }
}

/** The kinds of custom resources, by data file and kind: `{ 'helm.toolkit.fluxcd.io_v2': { HelmRelease: … } }`. */
export const readCrds = (
  definitions: readonly CustomResourceDefinition[],
): Readonly<Record<string, Readonly<Record<string, SchemaData>>>> => {
  const files: Record<string, Record<string, SchemaData>> = {}
  for (const { spec } of definitions) {
    for (const { name, schema } of spec.versions.filter(({ served }) => served)) {
      const file = `${spec.group}_${name}`
      files[file] = { ...files[file], [spec.names.kind]: readRoot(schema.openAPIV3Schema) }
    }
  }
  return files
}

const readRoot = (schema: JsonSchema): SchemaData => {
  // The API server supplies these, whatever the definition says of them, and nobody writes a status.
  const { apiVersion, kind, metadata, status, ...properties } = schema.properties ?? {}
  const required = schema.required?.filter((name) => name in properties)
  const data = readNode({ ...schema, properties, required }, dialect) as ObjectData
  const own = { apiVersion: 'string', kind: 'string', metadata: 'meta#ObjectMeta', status: 'any' } as const
  return { ...data, fields: { ...own, ...data.fields } }
}

const dialect: Dialect = {
  bareObject: { fields: {} },
  reference: (name) => {
    throw new Error(`A CustomResourceDefinition refers to nothing, this one to ${name}`)
  },
  resolve: () => ({}),
  // Defaults are filled in before required fields are looked for.
  defaultSpares: (value) => value !== undefined,
  // A default takes the place of null, too.
  nullable: (properties) =>
    Object.keys(properties).filter((name) => properties[name]?.nullable === true || 'default' in properties[name]!),
}
