import { isRecord } from '../../generators/fleet/checks/check.ts'
import type { Component } from '../../generators/fleet/component.ts'
import { helmRelease, manifests } from '../../generators/fleetwright.ts'

export type Path = readonly string[]

/**
 * Every place of a value where something else could stand. What the catalogue defines is no such place, and settings as
 * a whole are none: without any, the fleet could not be evaluated.
 */
export const placesIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (isComponent(value)) {
    const { written } = value.definition
    return [
      path,
      ...placesIn(value.options, [...path, 'options']),
      ...(written === undefined ? [] : placesIn(written.settings, [...path, 'settings']).slice(1)),
    ]
  }
  const inside = Array.isArray(value) || isRecord(value) ? Object.entries(value) : []
  return [path, ...inside.flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

/** The value with something else at a place. The functions of the fleet make their components anew. */
export const withAt = (value: unknown, [step, ...rest]: Path, garbage: unknown): unknown => {
  if (step === undefined) return garbage
  if (isComponent(value)) {
    if (step === 'options') return { ...value, options: withAt(value.options, rest, garbage) }
    const settings = withAt(value.definition.written?.settings, rest, garbage) as never
    const make = value.definition.kind === 'helm' ? helmRelease : manifests
    return { ...make(settings)(), options: value.options }
  }
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === step ? withAt(one, rest, garbage) : one))
  const map = value as Readonly<Record<string, unknown>>
  return { ...map, [step]: withAt(map[step], rest, garbage) }
}

const isComponent = (value: unknown): value is Component => isRecord(value) && isRecord(value.definition)
