import { isRecord } from '../fleet/checks/check.ts'
import { equal } from '../plan/values.ts'

/** From when on two items count as one that changed, rather than as one that went and one that came. */
export const alike = 0.4

/** How much two items of a list have in common, from 0 to 1. */
export const likeness = (one: unknown, other: unknown): number => {
  if (equal(one, other)) return 1
  if (isRecord(one) && isRecord(other)) return ofMaps(one, other)
  if (Array.isArray(one) && Array.isArray(other)) return ofLists(one, other)
  return typeof one === 'string' && typeof other === 'string' && isSameFlag(one, other) ? 0.9 : 0
}

type Members = Readonly<Record<string, unknown>>

const ofMaps = (one: Members, other: Members): number => {
  const all = new Set([...Object.keys(one), ...Object.keys(other)])
  const shared = Object.keys(one).filter((key) => key in other)
  return shared.reduce((sum, key) => sum + likeness(one[key], other[key]), 0) / Math.max(all.size, 1)
}

const ofLists = (one: readonly unknown[], other: readonly unknown[]): number => {
  const shared = one.filter((item) => other.some((theirs) => equal(item, theirs)))
  return shared.length / Math.max(one.length, other.length, 1)
}

/** `--retention=10d` and `--retention=15d`; of flags without a value, only the same one. */
const isSameFlag = (one: string, other: string): boolean => {
  const [flag, ...value] = one.split('=')
  return value.length > 0 && other.startsWith(`${flag}=`)
}
