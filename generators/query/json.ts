/** What is read of other people's JSON: whatever is not of the shape that is looked for counts as empty. */
export type Json = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

/** The map at a key. */
export const at = (owner: Json, key: string): Json => fieldsOf(owner[key])

/** The maps in a list. */
export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
