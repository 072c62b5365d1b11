import { isOpen, type KeyMap, type Keys } from '../keys.ts'
import { isKeyMap } from './shape.ts'

/**
 * `keys`, with whatever it lacks of `more` at the end. An open map stays open; a scalar or list that turns out to have
 * keys too may be anything.
 */
export const withMissing = (keys: KeyMap, more: KeyMap): KeyMap =>
  merged(keys, more, (known, other) => {
    if (!isKeyMap(other)) return known
    if (!isKeyMap(known)) return isOpen(other) ? known : null
    return isOpen(known) ? known : withMissing(known, other)
  })

/** `keys`, corrected by somebody who knows better: what `corrections` says of a key replaces what was there. */
export const corrected = (keys: KeyMap, corrections: KeyMap): KeyMap =>
  merged(keys, corrections, (known, other) =>
    isKeyMap(other) && !isOpen(other) ? corrected(isKeyMap(known) ? known : {}, other) : other,
  )

/** `keys`, with what it lacks of a schema's, and as lenient as the schema where it lets anything pass. */
export const loosened = (keys: KeyMap, schema: KeyMap): KeyMap =>
  merged(keys, schema, (known, allowed) => {
    if (allowed === null) return null
    if (!isKeyMap(known) || !isKeyMap(allowed)) return known
    return isOpen(known) || isOpen(allowed) ? {} : loosened(known, allowed)
  })

const merged = (keys: KeyMap, others: KeyMap, both: (known: Keys, other: Keys) => Keys): KeyMap => {
  const result: Record<string, Keys> = { ...keys }
  for (const [key, other] of Object.entries(others)) {
    result[key] = Object.hasOwn(keys, key) ? both(keys[key] ?? null, other) : other
  }
  return result
}
