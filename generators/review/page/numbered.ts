/** Things that are told once, and then by their number. */
export interface Numbered<Thing> {
  readonly numberOf: (thing: Thing) => number
  /** In order of their numbers. */
  readonly all: () => readonly Thing[]
}

/** Numbers things from 0 on, in the order in which they are met. Two with the same key are the same. */
export const numbered = <Thing>(keyOf: (thing: Thing) => unknown): Numbered<Thing> => {
  const numbers = new Map<unknown, number>()
  const things: Thing[] = []
  return {
    numberOf: (thing) => {
      const key = keyOf(thing)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, things.length)
      return things.push(thing) - 1
    },
    all: () => things,
  }
}
