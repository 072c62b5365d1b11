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
  return (list = [], place, problems) => {
    if (!Array.isArray(list)) {
      problems.push({
        rule: 'shape',
        place,
        reason: `${shown(list)} is no list of components`,
        fix: 'write [loki(), …]',
      })
      return { components: [], isWhole: false }
    }
    const placed = list.flatMap((entry: unknown, index) => {
      const known = right.get(entry)
      if (known !== undefined) return [placedAt(known, place)]
      const component = asComponent(typeof entry === 'function' ? called(entry) : entry)
      if (component === undefined) {
        problems.push(noComponent(entry, [...place, String(index)]))
        return []
      }
      const one = placedComponent(component, place, problems)
      if (one.isWhole) right.set(entry, one)
      return [one]
    })
    return { components: eachOnce(placed, problems), isWhole: placed.length === list.length }
  }
}

/** The first of each name. */
const eachOnce = (placed: readonly PlacedComponent[], problems: Problem[]): readonly PlacedComponent[] => {
  const first = new Map(placed.toReversed().map((one) => [one.name, one]))
  if (first.size === placed.length) return placed
  const isFirst = (one: PlacedComponent): boolean => first.get(one.name) === one
  problems.push(...placed.filter((one) => !isFirst(one)).map(repeated))
  return placed.filter(isFirst)
}

/** Each by its name: a spread makes an object that is slow to read. */
const placedAt = ({ definition, options, name, isWhole }: PlacedComponent, list: Place): PlacedComponent => ({
  definition,
  options,
  name,
  place: [...list, name],
  isWhole,
})

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
