import type { SchemaData } from './schema-file.ts'

/** A JSON schema as OpenAPI documents and CustomResourceDefinitions write it. */
export interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly pattern?: string
  readonly enum?: readonly (string | number)[]
  readonly default?: unknown
  readonly nullable?: boolean
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly 'x-kubernetes-int-or-string'?: boolean
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean
  readonly 'x-kubernetes-list-type'?: string
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
}

/** How the documents of one kind are to be read. */
export interface Dialect {
  /** What an object without any fields stands for: a free one, or one that has none. */
  readonly bareObject: SchemaData
  readonly reference: (name: string) => SchemaData
  readonly resolve: (name: string) => JsonSchema
  /** Whether an author may leave out a required field because of its default. */
  readonly defaultSpares: (value: unknown) => boolean
  /** The fields of an object that may be null. */
  readonly nullable: (properties: Readonly<Record<string, JsonSchema>>) => readonly string[]
}
