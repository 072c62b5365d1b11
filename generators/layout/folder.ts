import type { Place } from '../problem.ts'

/** One folder of the tree with what stands in it, before it is printed. */
export interface Folder {
  readonly path: string
  readonly place: Place
  /** Where a person finds it in the fleet. Default: the place. */
  readonly origin?: Place
  readonly entries: readonly Entry[]
}

/** What a YAML file holds, once or several times. */
export interface Document {
  readonly yaml: object
  /** Comments of one line, to stand above a key or an item, by JSON pointer. */
  readonly comments?: ReadonlyMap<string, string>
}

/** A file to be: an object for YAML, or several, a model for JSON, or prose. Some come from a place of their own. */
export type Entry = { readonly name: string; readonly place?: Place } & (
  | (Document & {
      /** Where the fleet writes what stands at a path in the object. Default: the place. */
      readonly placeOf?: (path: readonly string[]) => Place
    })
  | { readonly documents: readonly Document[] }
  | { readonly json: object }
  | { readonly markdown: string }
)

/** The way from one folder to another, both from the root of the repository. */
export const relativePath = (from: string, to: string): string => {
  const here = from.split('/')
  const there = to.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared += 1
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}
