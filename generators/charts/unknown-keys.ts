import { nearest } from '../nearest.ts'
import { isMap, isOpen, otherKeys } from './keys.ts'

/** A value that the chart would ignore. */
export interface UnknownKey {
  readonly path: readonly string[]
  /** What was meant: a key beside it by its name, a key elsewhere by its whole path (`prometheus.prometheusSpec`). */
  readonly nearest: string | undefined
}

/** A value of another kind than the chart's. */
export interface UnexpectedKind {
  readonly path: readonly string[]
  readonly expected: 'list' | 'map' | 'scalar'
}

/** What in `values` does not fit a chart's keys (see `keys.ts`), in the order of the values. `null` fits everywhere: it takes a default away. */
export const unknownKeys = (keys: unknown, values: unknown): readonly (UnexpectedKind | UnknownKey)[] =>
  isMap(keys) && isMap(values) ? inMap(keys, values, { keys, path: [] }) : []

type Tree = Readonly<Record<string, unknown>>

/** The whole tree, and how far down it we are. */
interface At {
  readonly keys: Tree
  readonly path: readonly string[]
}

const inMap = (known: Tree, values: Tree, at: At): readonly (UnexpectedKind | UnknownKey)[] => {
  if (isOpen(known)) return []
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...at.path, key]
    if (value === undefined) return []
    if (Object.hasOwn(known, key)) return inValue(known[key], value, { ...at, path })
    return Object.hasOwn(known, otherKeys) ? [] : [{ path, nearest: meant(key, known, at) }]
  })
}

const inValue = (known: unknown, value: unknown, at: At): readonly (UnexpectedKind | UnknownKey)[] => {
  if (known === null || value === null) return []
  if (isMap(known)) {
    if (isMap(value)) return inMap(known, value, at)
    return isOpen(known) ? [] : [{ path: at.path, expected: 'map' }]
  }
  const expected = Array.isArray(known) ? 'list' : 'scalar'
  const isExpected = expected === 'list' ? Array.isArray(value) : typeof value !== 'object'
  return isExpected ? [] : [{ path: at.path, expected }]
}

/**
 * What somebody meant by a key: the same key one step up or down, which is a slip of indentation; else a key beside it
 * that looks alike; else the same key deeper in the same part of the chart.
 */
const meant = (key: string, siblings: Tree, { keys, path }: At): string | undefined => {
  const places = placesOf(key, keys)
  const oneStepAway = places.filter((place) => isOneStepAway(place.slice(0, -1), path))
  return (
    only(oneStepAway) ??
    nearest(key, Object.keys(siblings)) ??
    only(places.filter(([part]) => path.length === 0 || part === path[0]))
  )
}

/** Every path of the tree that ends in this key. */
const placesOf = (key: string, keys: Tree, path: readonly string[] = []): readonly (readonly string[])[] =>
  Object.entries(keys).flatMap(([name, inside]) => {
    const here = [...path, name]
    return [...(name === key ? [here] : []), ...(isMap(inside) ? placesOf(key, inside, here) : [])]
  })

const isOneStepAway = (one: readonly string[], other: readonly string[]): boolean => {
  const [upper, lower] = one.length < other.length ? [one, other] : [other, one]
  return lower.length - upper.length === 1 && upper.every((name, index) => name === lower[index])
}

/** The one place there is, as people write it. Where there are several, any guess is a bad one. */
const only = (places: readonly (readonly string[])[]): string | undefined =>
  places.length === 1 ? places[0]?.join('.') : undefined
