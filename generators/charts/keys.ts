/**
 * The keys of a chart's values, as a tree. It holds names and shapes, no defaults:
 * `true` a boolean, `0` a number, `''` a string, `[]` a list, `{}` a map of any keys, `null` anything,
 * and a map that has keys knows no others, unless one of them is `*`.
 */
export type Keys = true | 0 | '' | null | readonly [] | KeyMap
export interface KeyMap {
  readonly [key: string]: Keys
}

/** Stands in a map for the keys that are not listed there. */
export const otherKeys = '*'

/** Whether a map of keys takes any. */
export const isOpen = (keys: object): boolean => Object.keys(keys).length === 0

/** Whether a value, or the shape of one, is a map. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Values that a chart takes, every one optional; another key does not compile. Any scalar may stand for any other,
 * because charts write `''` for a number that is not set. `null` takes a default away.
 */
export type ValuesOf<Tree> = Tree extends object ? KnownValues<Tree> : Readonly<Record<string, unknown>>

type KnownValues<Tree> = typeof otherKeys extends keyof Tree
  ? MembersOf<Omit<Tree, typeof otherKeys>> & Readonly<Record<string, unknown>>
  : MembersOf<Tree>

type MembersOf<Tree> = { readonly [Key in keyof Tree]?: ValueOf<Tree[Key]> }

type ValueOf<Tree> = null extends Tree
  ? unknown
  : Tree extends boolean | number | string
    ? boolean | number | string | null
    : Tree extends readonly unknown[]
      ? readonly unknown[] | null
      : // `object`, because the members of an interface are no index signature to the compiler.
        (keyof Tree extends never ? object : KnownValues<Tree>) | null
