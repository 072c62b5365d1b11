import type { Reference, SchemaData, SchemaFile } from './schema-file.ts'

/**
 * Puts schemas that occur more than once into definitions of their own. CustomResourceDefinitions cannot refer, and
 * repeat the whole of a Pod's affinity wherever it is used.
 */
export const share = (kinds: Readonly<Record<string, SchemaData>>): SchemaFile => {
  const repeated = repeatedIn(Object.values(kinds))
  const names = new Map<string, string>()
  const definitions: Record<string, SchemaData> = {}

  const shared = (data: SchemaData, name: string): SchemaData => {
    const key = keyOf(data)
    if (key === undefined || !repeated.has(key)) return mapParts(data, shared)
    const known = names.get(key)
    if (known !== undefined) return `#${known}`
    const id = unusedName(name, definitions)
    names.set(key, id)
    definitions[id] = 'any'
    definitions[id] = mapParts(data, shared)
    return `#${id}` satisfies Reference
  }

  const roots = Object.entries(kinds).map(([kind, data]) => [kind, shared(data, kind)])
  return { kinds: Object.fromEntries(roots), definitions }
}

/** Keys of the schemas that stand in more than one place, where those within a repeated one count once. */
const repeatedIn = (roots: readonly SchemaData[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  const visit = (data: SchemaData): void => {
    const key = keyOf(data)
    if (key !== undefined && seen.has(key)) {
      repeated.add(key)
      return
    }
    if (key !== undefined) seen.add(key)
    mapParts(data, (part) => {
      visit(part)
      return part
    })
  }
  roots.forEach(visit)
  return repeated
}

/** What identifies a schema; undefined for one so short that a reference would save nothing. */
const keyOf = (data: SchemaData): string | undefined => {
  const text = JSON.stringify(data)
  return text.length < 40 ? undefined : text
}

const mapParts = (data: SchemaData, change: (part: SchemaData, name: string) => SchemaData, name = ''): SchemaData => {
  if (typeof data === 'string') return data
  if ('fields' in data) {
    const fields = Object.entries(data.fields).map(([field, part]) => [field, change(part, field)])
    return { ...data, fields: Object.fromEntries(fields) }
  }
  if ('values' in data) return { ...data, values: change(data.values, name) }
  if ('items' in data) return { ...data, items: change(data.items, name) }
  return data
}

/** A name for a definition, after the field where it was first met: `Affinity`, `SecretRef2`. */
const unusedName = (field: string, taken: Readonly<Record<string, unknown>>): string => {
  const name = field === '' ? 'Entry' : field[0]!.toUpperCase() + field.slice(1)
  if (!Object.hasOwn(taken, name)) return name
  let count = 2
  while (Object.hasOwn(taken, `${name}${count}`)) count++
  return `${name}${count}`
}
