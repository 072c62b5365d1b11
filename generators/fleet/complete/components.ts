import type { Place, Problem } from '../../problem.ts'
import { shape, shown } from '../checks/check.ts'
import { type Component, componentName } from '../component.ts'
import type { PlacedComponent } from './complete-fleet.ts'

/** Spells out a list of components, checks their options, and drops what is no component. */
export const completeComponents = (list: unknown, place: Place, problems: Problem[]): readonly PlacedComponent[] => {
  if (list !== undefined && !Array.isArray(list)) {
    problems.push({ rule: 'shape', place, reason: `${shown(list)} is no list of components`, fix: 'write [loki(), …]' })
    return []
  }
  const placed: PlacedComponent[] = (list ?? []).flatMap((entry: unknown, index: number) => {
    const component = asComponent(typeof entry === 'function' ? called(entry) : entry)
    if (component === undefined) {
      problems.push(noComponent(entry, [...place, String(index)]))
      return []
    }
    const name = componentName(component)
    return [{ ...component, name, place: [...place, name] }]
  })
  for (const component of placed) problems.push(...wrongOptions(component))
  const first = new Map(placed.toReversed().map((one) => [one.name, one]))
  if (first.size === placed.length) return placed
  problems.push(...placed.filter((one) => first.get(one.name) !== one).map(repeated))
  return placed.filter((one) => first.get(one.name) === one)
}

const called = (entry: unknown): unknown => {
  try {
    return (entry as () => unknown)()
  } catch {
    return undefined
  }
}

const asComponent = (value: unknown): Component | undefined => {
  const { definition, options } = (value ?? {}) as Partial<Component>
  return typeof definition === 'object' && typeof options === 'object' ? { definition, options } : undefined
}

const noComponent = (entry: unknown, place: Place): Problem => ({
  rule: 'known-component',
  place,
  reason: `${shown(entry)} is no component`,
  fix: 'use one of the catalogue, such as loki(), or make one with helmRelease({ … }) or manifests({ … })',
})

const wrongOptions = ({ definition, options, place }: PlacedComponent): readonly Problem[] =>
  shape(definition.name, definition.options)(options, place)

const repeated = ({ name, place }: PlacedComponent): Problem => ({
  rule: 'one-name-one-component',
  place,
  reason: `a second component is called ${name} here`,
  fix: `remove one, or give it a name of its own: name: '${name}-2'`,
})
