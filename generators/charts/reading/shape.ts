import { isMap, type KeyMap, type Keys } from '../keys.ts'

/** The shape of a default value: its type and, for a map, its keys. The value itself is left behind. */
export const shapeOf = (value: unknown): Keys => {
  if (Array.isArray(value)) return []
  switch (typeof value) {
    case 'boolean':
      return true
    case 'number':
      return 0
    case 'string':
      return ''
    case 'object':
      return value === null ? null : keyMapOf(value)
    default:
      return null
  }
}

/** The keys of a map of values, each with its shape. */
export const keyMapOf = (values: object): KeyMap =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shapeOf(value)]))

export const isKeyMap = (keys: Keys | undefined): keys is KeyMap => isMap(keys)

/** The keys on the way down a path, and the shape at its end: `a`, `b` make `{ a: { b: shape } }`. */
export const keyMapAt = (path: readonly string[], shape: Keys): KeyMap => {
  const [key = '', ...rest] = path
  return { [key]: rest.length === 0 ? shape : keyMapAt(rest, shape) }
}
