import { isRecord } from '../../fleet/checks/check.ts'
import type { FieldChange, ObjectChange } from '../change.ts'
import { itemStep } from '../field-path.ts'
import { naturalKey } from '../natural-key.ts'

/** A single value that differs, with the change that it is a part of: what came or went as a map is many. */
export interface Leaf extends FieldChange {
  readonly of: FieldChange
}

/** Something of a component that changed: one of its objects, or the values of its release. */
export interface Thing {
  readonly component: string
  /** Undefined for values. */
  readonly object?: ObjectChange
  readonly leaves: readonly Leaf[]
}

/** What could be said, and what is left for others to say. */
export interface Told {
  readonly words: readonly string[]
  readonly rest: readonly Leaf[]
}

/** Says what it has words for. */
export type Teller = (thing: Thing) => Told

/** Lets each say what it can of what those before it left. */
export const tellers =
  (...all: readonly Teller[]): Teller =>
  (thing) =>
    all.reduce<Told>(
      ({ words, rest }, teller) => {
        const told = teller({ ...thing, leaves: rest })
        return { words: [...words, ...told.words], rest: told.rest }
      },
      { words: [], rest: thing.leaves },
    )

/** A teller that has words for single values. */
export const ofEach =
  (wordsOf: (leaf: Leaf, thing: Thing) => string | undefined): Teller =>
  (thing) => {
    const told = thing.leaves.map((leaf) => ({ leaf, words: wordsOf(leaf, thing) }))
    return {
      words: told.flatMap(({ words }) => (words === undefined ? [] : [words])),
      rest: told.flatMap(({ leaf, words }) => (words === undefined ? [leaf] : [])),
    }
  }

/** Single values of changes. Items of lists stay whole: a container that came is more than its image. */
export const leavesOf = (fields: readonly FieldChange[]): readonly Leaf[] =>
  fields.flatMap((field) => parts(field).map((part) => ({ ...part, of: field })))

const parts = (field: FieldChange): readonly FieldChange[] => {
  const [which, value] = 'after' in field ? (['after', field.after] as const) : (['before', field.before] as const)
  if ('before' in field && 'after' in field) return [field]
  const below = (step: string, member: unknown): FieldChange => ({ path: [...field.path, step], [which]: member })
  if (Array.isArray(value)) {
    const label = naturalKey([], value)
    return label === undefined || value.length === 0 ? [field] : value.map((item) => below(itemStep(label(item)), item))
  }
  const isWhole = !isRecord(value) || field.path.at(-1)?.startsWith('[') || Object.keys(value).length === 0
  return isWhole ? [field] : Object.entries(value).flatMap(([key, member]) => parts(below(key, member)))
}
