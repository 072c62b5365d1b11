import { isRecord } from '../../fleet/checks/check.ts'

type Fields = Readonly<Record<string, unknown>>

/** The maps in a list; none where there is no list. */
export const mapsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** The texts in a list; none where there is no list. */
export const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** A map, or an empty one where there is none. */
export const mapOr = (value: unknown): Fields => (isRecord(value) ? value : {})

export const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)
