import type { FieldChange } from '../../generators/compare/change.ts'
import { orderStep } from '../../generators/compare/field-path.ts'
import { grouped } from '../../generators/grouped.ts'

/** A value once field changes are made to it. Items are known by `name` or index; new ones with a name come last. */
export const applied = (value: unknown, changes: readonly FieldChange[]): unknown => {
  if (changes.length === 0) return value
  const whole = changes.find(({ path }) => path.length === 0)
  if (whole !== undefined) return whole.after
  const byStep = grouped(
    changes.filter(({ path }) => path[0] !== orderStep),
    ({ path }) => path[0]!,
  )
  return Array.isArray(value) ? appliedToItems(value, byStep) : appliedToMembers(value as Members, byStep)
}

type Members = Readonly<Record<string, unknown>>
type ByStep = ReadonlyMap<string, readonly FieldChange[]>

const appliedToMembers = (members: Members, byStep: ByStep): unknown => {
  const result = { ...members }
  for (const [key, changes] of byStep) {
    if (isRemoval(changes)) delete result[key]
    else result[key] = applied(members[key], changes.map(inner))
  }
  return result
}

const appliedToItems = (items: readonly unknown[], byStep: ByStep): unknown => {
  const steps = [...byStep].map(([step, changes]) => ({ at: step.slice(1, -1), changes }))
  const removed = steps.filter(({ changes }) => isRemoval(changes) || isMixed(changes)).map(({ at }) => at)
  const result = items.filter((item, index) => !removed.includes(labelOf(item, byStep) ?? String(index)))
  const added = steps.flatMap(({ at, changes }) => changes.filter(isAddition).map(({ after }) => ({ at, after })))
  for (const { at, after } of added.toSorted((one, other) => Number(one.at) - Number(other.at))) {
    result.splice(/^\d+$/.test(at) ? Number(at) : result.length, 0, after)
  }
  for (const { at, changes } of steps) {
    const deeper = changes.filter((change) => !isAddition(change) && !isRemoval([change]))
    const index = /^\d+$/.test(at) ? Number(at) : result.findIndex((item) => labelOf(item, byStep) === at)
    if (deeper.length > 0) result[index] = applied(result[index], deeper.map(inner))
  }
  return result
}

/** Its name, where items stand by their names. */
const labelOf = (item: unknown, byStep: ByStep): string | undefined =>
  [...byStep.keys()].every((step) => /^\[\d+\]$/.test(step)) ? undefined : (item as { name: string }).name

const isRemoval = (changes: readonly FieldChange[]): boolean =>
  changes.length === 1 && changes[0]!.path.length === 1 && !('after' in changes[0]!)

const isAddition = (change: FieldChange): boolean => change.path.length === 1 && !('before' in change)

/** The item at an index went, and another one came or changed to stand at the same. */
const isMixed = (changes: readonly FieldChange[]): boolean =>
  changes.length > 1 && changes.some((one) => isRemoval([one]))

const inner = ({ path, ...values }: FieldChange): FieldChange => ({ path: path.slice(1), ...values })

/** The same value, with items that have names in their order, wherever they stood. */
export const inOrderOfNames = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(inOrderOfNames)
    const isNamed = items.every((item) => typeof item === 'object' && item !== null && 'name' in item)
    return isNamed ? items.toSorted(byName) : items
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inOrderOfNames(member)]))
    : value
}

const byName = (one: unknown, other: unknown): number => {
  const [first, second] = [one, other].map((item) => (item as { name: string }).name)
  return Number(first! > second!) - Number(first! < second!)
}
