import { type Dialect, type JsonSchema, readNode } from './read-node.ts'
import type { SchemaData } from './schema-file.ts'

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
  const data = readNode(schema, dialect)
  if (typeof data === 'string' || !('fields' in data)) return data
  const { status, ...fields } = data.fields
  // The API server supplies these, whatever the definition says of them. Nobody writes a status.
  const own = { apiVersion: 'string', kind: 'string', metadata: 'meta_v1#ObjectMeta', status: 'any' } as const
  return { ...data, fields: { ...fields, ...own } }
}

const dialect: Dialect = {
  bareObject: { fields: {} },
  reference: (name) => {
    throw new Error(`A CustomResourceDefinition refers to nothing, this one to ${name}`)
  },
  resolve: () => ({}),
  // Defaults are filled in before required fields are looked for.
  defaultSpares: (value) => value !== undefined,
}
