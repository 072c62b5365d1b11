import { isRecord } from '../fleet/checks/check.ts'

/** One text for all values that are the same, in whatever order their keys stand. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? ''

const sorted = (_: string, value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value

const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  Number(one > other) - Number(one < other)
