/** A value at a path. */
export interface FieldValue {
  readonly path: readonly string[]
  readonly value: unknown
}

/** Values at their paths as one map, as people would write them. */
export const fieldTree = (fields: readonly FieldValue[]): Readonly<Record<string, unknown>> => {
  const root: Record<string, unknown> = {}
  for (const { path, value } of fields) {
    const last = path.at(-1)
    if (last === undefined) continue
    let map = root
    for (const key of path.slice(0, -1)) map = descend(map, key)
    map[last] = value
  }
  return root
}

const descend = (map: Record<string, unknown>, key: string): Record<string, unknown> => {
  const inner = map[key]
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return inner as Record<string, unknown>
  const made: Record<string, unknown> = {}
  map[key] = made
  return made
}
