import { createHash } from 'node:crypto'
import { type Definition, isDefinition } from './component.ts'
import type { Fleet } from './fleet.ts'

/**
 * Sums up a fleet as it was evaluated, together with the code that it was evaluated by, so that a later run knows that
 * nothing changed. The code alone would not do: a fleet may read its environment.
 */
export const fingerprintOf = (fleet: Fleet, code: string): string =>
  createHash('sha256').update(code).update(textOf(fleet)).digest('base64url')

/** A fleet that leads back into itself has no text, and cannot be rendered either. */
const textOf = (fleet: Fleet): string => {
  try {
    return JSON.stringify(fleet, withoutCode())
  } catch {
    return ''
  }
}

/** Writes a component of many clusters out where it first stands, and elsewhere only which one it is. */
const withoutCode = () => {
  const known = new Map<unknown, number>()
  return (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value)
    if (typeof value !== 'function' && !isDefinition(value)) return value
    const component = typeof value === 'function' ? (definitionOf(value) ?? value) : value
    const number = known.get(component)
    if (number !== undefined) return { component: number }
    known.set(component, known.size)
    return typeof component === 'function' ? String(component) : summary(component)
  }
}

const definitionOf = (place: object): Definition | undefined =>
  (place as { readonly definition?: Definition }).definition

/** The catalogue's own code is part of the program; what the fleet itself defines is part of the fleet. */
const summary = ({ name, written }: Definition) => ({ name, settings: written?.settings })
