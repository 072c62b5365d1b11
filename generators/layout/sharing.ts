/** Makes an object of settings, or answers with the one that was made of settings like these. */
export type Share = <S, T extends object>(make: (settings: S) => T, settings: S) => T

/** Makes one object of those that are alike, so that what clusters share is made, checked and printed once. */
export const sharing = (): Share => {
  const made = new Map<unknown, Map<string, object>>()
  return <S, T extends object>(make: (settings: S) => T, settings: S): T => {
    const known = made.get(make) ?? new Map<string, object>()
    made.set(make, known)
    const key = JSON.stringify(settings)
    const object = (known.get(key) as T | undefined) ?? make(settings)
    known.set(key, object)
    return object
  }
}
