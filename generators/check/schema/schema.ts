/** What a value may be. Read from a data file by `link.ts`, walked by `check-value.ts`. */
export type Schema = ScalarSchema | ObjectSchema | MapSchema | ListSchema

export type ScalarType = (typeof scalarTypes)[number]

const scalarTypes = [
  /** Free: whatever JSON can hold. */
  'any',
  'string',
  'boolean',
  /** A whole number of at most 64 bits. */
  'integer',
  'int32',
  'number',
  /** A whole number or a string: `80`, `http`, `25%`. */
  'int-or-string',
  /** A Kubernetes quantity: `500m`, `10Gi`, `2`. */
  'quantity',
  /** Text in base64. */
  'base64',
  /** A time as RFC 3339 writes it. */
  'date-time',
] as const

export interface Limits {
  readonly enum?: readonly (string | number)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
}

export interface ScalarSchema extends Limits {
  readonly type: ScalarType
  readonly pattern?: RegExp
}

/** An object of known fields. */
export interface ObjectSchema extends Counts {
  readonly type: 'object'
  readonly fields: ReadonlyMap<string, Schema>
  readonly required: readonly string[]
  /** Fields beside the known ones are allowed (`x-kubernetes-preserve-unknown-fields`). */
  readonly open: boolean
  /** Fields that may be null, which stands for absent: all of a built-in kind, few of a custom resource. */
  readonly nullable: 'all' | readonly string[]
}

/** An object whose keys are the author's own. */
export interface MapSchema extends Counts {
  readonly type: 'map'
  readonly keys?: ScalarSchema
  readonly values: Schema
}

export interface ListSchema {
  readonly type: 'list'
  readonly items: Schema
  readonly minItems?: number
  readonly maxItems?: number
  /** No two entries are equal (`x-kubernetes-list-type: set`). */
  readonly unique?: boolean
  /** No two entries have the same values in these fields (`x-kubernetes-list-map-keys`). */
  readonly uniqueBy?: readonly string[]
  /** What these fields are where an entry does not say. */
  readonly keyDefaults?: Readonly<Record<string, unknown>>
}

/** How many fields an object may have, and of which it needs some. */
export interface Counts {
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly exactlyOneOf?: readonly string[]
  readonly atLeastOneOf?: readonly string[]
}
