import { type CheckPart, report, reportAt, type Walk } from './finding.ts'
import type { ListSchema } from './schema.ts'
import { shown } from './wording.ts'

/** Checks a list: its entries, their number, and that none repeats another. */
export const checkList = (value: unknown, schema: ListSchema, walk: Walk, check: CheckPart): void => {
  if (Array.isArray(value)) {
    checkEntries(value, schema, walk, check)
    checkLength(value, schema, walk)
    if (value.length > 1) checkRepeats(value, schema, walk)
  } else report(walk, `is ${shown(value)}, not a list`, 'write a list')
}

const checkEntries = (list: readonly unknown[], { items }: ListSchema, walk: Walk, check: CheckPart): void => {
  for (let index = 0; index < list.length; index++) {
    walk.path.push(index)
    check(list[index], items, walk)
    walk.path.pop()
  }
}

const checkLength = ({ length }: readonly unknown[], { minItems, maxItems }: ListSchema, walk: Walk): void => {
  if (minItems !== undefined && length < minItems) report(walk, 'has too few entries', `write at least ${minItems}`)
  if (maxItems !== undefined && length > maxItems) report(walk, 'has too many entries', `write at most ${maxItems}`)
}

const checkRepeats = (list: readonly unknown[], schema: ListSchema, walk: Walk): void => {
  if (schema.uniqueBy === undefined && schema.unique !== true) return
  const seen = new Map<string, number>()
  for (const [index, entry] of list.entries()) {
    const identity = schema.uniqueBy === undefined ? JSON.stringify(entry) : identityOf(entry, schema.uniqueBy, schema)
    const first = seen.get(identity)
    if (first === undefined) seen.set(identity, index)
    else reportAt(index, walk, `has the same ${identity} as entry ${first}`, 'keep one of the two')
  }
}

/** What tells an entry from the others: `name "A"`. */
const identityOf = (entry: unknown, uniqueBy: readonly string[], { keyDefaults }: ListSchema): string => {
  const fields = Object(entry) as Readonly<Record<string, unknown>>
  return uniqueBy.map((name) => `${name} ${JSON.stringify(fields[name] ?? keyDefaults?.[name])}`).join(', ')
}
