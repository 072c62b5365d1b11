import type { Place, Problem } from '../../problem.ts'
import { isRecord, shape, shown } from '../checks/check.ts'
import { sound } from '../checks/sound.ts'
import { type Component, componentName, isDefinition } from '../component.ts'
import type { PlacedComponent } from './complete-fleet.ts'

/** The components of a list. */
export interface CompleteList {
  readonly components: readonly PlacedComponent[]
  /** Whether nothing had to be left out. What is missing may be missing for that reason alone. */
  readonly isWhole: boolean
}

/** Spells out a list of components, checks their options, and leaves out what is wrong. */
export type CompleteComponents = (list: unknown, place: Place, problems: Problem[]) => CompleteList

/** Completes lists one after the other. What was right in one of them is as right in the next. */
export const componentLists = (): CompleteComponents => {
  const right = new Map<unknown, PlacedComponent>()
  const placedEntry = (entry: unknown, index: number, list: Place, problems: Problem[]): readonly PlacedComponent[] => {
    const known = right.get(entry)
    if (known !== undefined) return [placedAt(known, list)]
    const component = asComponent(typeof entry === 'function' ? called(entry) : entry)
    if (component === undefined) problems.push(noComponent(entry, [...list, String(index)]))
    const placed = component === undefined ? [] : [placedComponent(component, list, problems)]
    for (const one of placed) if (one.isWhole) right.set(entry, one)
    return placed
  }
  return (list = [], place, problems) => completeList(list, place, problems, placedEntry)
}

/** Each by its name: a spread makes an object that is slow to read. */
const placedAt = ({ definition, options, name, isWhole }: PlacedComponent, list: Place): PlacedComponent => ({
  definition,
  options,
  name,
  place: [...list, name],
  isWhole,
})

const completeList = (
  list: unknown,
  place: Place,
  problems: Problem[],
  placedEntry: (entry: unknown, index: number, list: Place, problems: Problem[]) => readonly PlacedComponent[],
): CompleteList => {
  if (!Array.isArray(list)) {
    problems.push({ rule: 'shape', place, reason: `${shown(list)} is no list of components`, fix: 'write [loki(), …]' })
    return { components: [], isWhole: false }
  }
  const placed = list.flatMap((entry: unknown, index) => placedEntry(entry, index, place, problems))
  const isWhole = placed.length === list.length
  const first = new Map(placed.toReversed().map((one) => [one.name, one]))
  if (first.size === placed.length) return { components: placed, isWhole }
  const isFirst = (one: PlacedComponent): boolean => first.get(one.name) === one
  problems.push(...placed.filter((one) => !isFirst(one)).map(repeated))
  return { components: placed.filter(isFirst), isWhole }
}

const called = (entry: unknown): unknown => {
  try {
    return (entry as () => unknown)()
  } catch {
    return undefined
  }
}

const asComponent = (value: unknown): Component | undefined =>
  isRecord(value) && isDefinition(value.definition) && 'options' in value ? (value as unknown as Component) : undefined

const noComponent = (entry: unknown, place: Place): Problem => ({
  rule: 'known-component',
  place,
  reason: `${shown(entry)} is no component`,
  fix: 'use one of the catalogue, such as loki(), or make one with helmRelease({ … }) or manifests({ … })',
})

const placedComponent = ({ definition, options }: Component, list: Place, problems: Problem[]): PlacedComponent => {
  const name = String(componentName({ definition, options: isRecord(options) ? options : {} }))
  const place = [...list, name]
  const before = problems.length
  const good = sound(shape(String(definition.name), definition.options), options, place, problems)
  return { definition, options: good, name, place, isWhole: problems.length === before }
}

const repeated = ({ name, place }: PlacedComponent): Problem => ({
  rule: 'one-name-one-component',
  place,
  reason: `a second component is called ${name} here`,
  fix: `remove one, or give it a name of its own: name: '${name}-2'`,
})
