import type { Counts, Limits, ListSchema, ScalarType } from './schema.ts'

/**
 * A data file: the kinds of one API group and version, `data/<group>_<version>.json`.
 * A schema is an object, or in short the name of a scalar type (`string`) or of a definition: `#Container` in the same
 * file, `core_v1#PodSpec` in another.
 */
export interface SchemaFile {
  /** Null stands for absent in every object of this file, as in the kinds that Kubernetes brings. */
  readonly nullIsAbsent?: true
  readonly kinds: Readonly<Record<string, SchemaData>>
  readonly definitions: Readonly<Record<string, SchemaData>>
}

export type SchemaData = ScalarType | Reference | ScalarData | ObjectData | MapData | ListData

export type Reference = `${string}#${string}`

export interface ScalarData extends Limits {
  readonly type: ScalarType
  readonly pattern?: string
}

export interface ObjectData extends Counts {
  readonly fields: Readonly<Record<string, SchemaData>>
  readonly required?: readonly string[]
  readonly open?: true
  readonly nullable?: readonly string[]
}

export interface MapData extends Counts {
  readonly values: SchemaData
  readonly keys?: ScalarData
}

export interface ListData extends Omit<ListSchema, 'type' | 'items'> {
  readonly items: SchemaData
}

export const isReference = (data: SchemaData): data is Reference => typeof data === 'string' && data.includes('#')
