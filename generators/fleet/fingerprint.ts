import { createHash } from 'node:crypto'
import type { Fleet } from './fleet.ts'

/**
 * Sums up a fleet as it was evaluated, together with the code that it was evaluated by, so that a later run knows that
 * nothing changed. The code alone would not do: a fleet may read its environment.
 */
export const fingerprintOf = (fleet: Fleet, code: string): string =>
  createHash('sha256').update(code).update(JSON.stringify(fleet, withoutCode)).digest('base64url')

/** A definition's own code is part of the program; its name tells which one it is. */
const withoutCode = (key: string, value: unknown): unknown => {
  if (key === 'definition') return (value as { name?: unknown }).name
  return typeof value === 'function' ? String((value as { definition?: { name?: unknown } }).definition?.name) : value
}
