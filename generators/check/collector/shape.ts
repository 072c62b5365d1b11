import { isRecord } from '../../fleet/checks/check.ts'

type Fields = Readonly<Record<string, unknown>>

/** A map, empty where it is none. */
export const record = (value: unknown): Fields => (isRecord(value) ? value : {})

/** A list of maps. */
export const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(record) : [])

/** The texts in a list. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** A text somewhere in data, and the way there. */
export interface FoundText {
  readonly text: string
  readonly at: readonly string[]
}

/** Every text in data, however deep. */
export const textsIn = (data: unknown, at: readonly string[] = []): readonly FoundText[] => {
  if (typeof data === 'string') return [{ text: data, at }]
  if (!Array.isArray(data) && !isRecord(data)) return []
  return Object.entries(data).flatMap(([key, inner]) => textsIn(inner, [...at, key]))
}
