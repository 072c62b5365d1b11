import { isRecord } from '../fleet/checks/check.ts'
import type { Values } from '../fleet/component.ts'

/**
 * Leaves out what is undefined, and maps that hold nothing else. An empty map that was written as such stays, and values
 * that hold nothing undefined are answered with as they are: most do not, and what is the same is soon compared.
 */
export const compact = (values: Values): Values => (lacksMembers(values) ? withoutUndefined(values) : values)

/** Whether a map in a value has a member that is undefined. */
const lacksMembers = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(lacksMembers)
  return isPlain(value) && Object.values(value).some((member) => member === undefined || lacksMembers(member))
}

const withoutUndefined = (values: Values): Values => {
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(values)) {
    const value = values[key]
    if (value === undefined) continue
    if (Array.isArray(value)) kept[key] = value.map(compactItem)
    else if (!isPlain(value)) kept[key] = value
    else {
      const inner = withoutUndefined(value)
      if (Object.keys(inner).length > 0 || Object.keys(value).length === 0) kept[key] = inner
    }
  }
  return kept
}

/** An item stays, whatever is left of it: those after it keep their places. */
const compactItem = (item: unknown): unknown => {
  if (Array.isArray(item)) return item.map(compactItem)
  return isPlain(item) ? withoutUndefined(item) : item
}

/** Lays one set of values over another, as Helm does: maps deep, everything else whole. */
export const merge = (below: Values, above: Values): Values => {
  const merged: Record<string, unknown> = { ...below }
  for (const key of Object.keys(above)) {
    const value = above[key]
    const under = merged[key]
    if (value !== undefined) merged[key] = isPlain(under) && isPlain(value) ? merge(under, value) : value
  }
  return merged
}

/** What must be laid over `from` to get `to`. A key that vanished becomes null, by which Helm deletes it. */
export const difference = (from: Values, to: Values): Values => {
  const differing: Record<string, unknown> = {}
  for (const key of Object.keys(to)) {
    const value = to[key]
    const old = from[key]
    if (old === value) continue
    if (isPlain(old) && isPlain(value)) {
      const inner = difference(old, value)
      if (Object.keys(inner).length > 0) differing[key] = inner
    } else if (!equal(old, value)) differing[key] = value
  }
  for (const key of Object.keys(from)) if (!(key in to)) differing[key] = null
  return differing
}

/** Whether two plain values are the same, member by member. */
export const equal = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, index) => equal(element, other[index]))
  }
  if (!isPlain(one) || !isPlain(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key], other[key]))
}

/** The leaves of `values` that `reference` holds as well, at the same path. */
export const agreeing = (values: Values, reference: Values): Values => {
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(values)) {
    const value = values[key]
    const other = reference[key]
    if (isPlain(value) && isPlain(other)) {
      const inner = agreeing(value, other)
      if (Object.keys(inner).length > 0) kept[key] = inner
    } else if (equal(value, other)) kept[key] = value
  }
  return kept
}

/** What stands at a path written with dots, or undefined. */
export const at = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), values)

const isPlain = (value: unknown): value is Values => isRecord(value)
