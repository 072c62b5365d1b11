import { isRecord } from '../../generators/fleet/checks/check.ts'

type Values = Readonly<Record<string, unknown>>

/** Files of values as Helm lays them over one another: maps deep, everything else whole, the last one wins. */
export const laidOver = (files: readonly Values[]): Values => files.reduce(layOver, {})

const layOver = (below: Values, above: Values): Values => {
  const merged = new Map(Object.entries(below))
  for (const [key, value] of Object.entries(above)) {
    const under = merged.get(key)
    merged.set(key, isRecord(under) && isRecord(value) ? layOver(under, value) : value)
  }
  return Object.fromEntries(merged)
}

/** What is left when null has deleted what it stands for. Inside a list it is a value like any other. */
export const effectiveValues = (values: unknown): unknown =>
  isRecord(values)
    ? Object.fromEntries(
        Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, effectiveValues(value)]])),
      )
    : values
