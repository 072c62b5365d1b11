/** Answers with the first object that was like the given one. */
export type Share = <T extends object>(made: T) => T

/** Makes one object of those that are alike, so that what clusters share is checked and printed once. */
export const sharing = (): Share => {
  const known = new Map<string, object>()
  return <T extends object>(made: T): T => {
    const key = JSON.stringify(made)
    const first = (known.get(key) as T | undefined) ?? made
    if (first === made) known.set(key, made)
    return first
  }
}
