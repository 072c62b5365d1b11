import { fixedRules } from '../../fixed-rules.ts'
import { nearest } from '../../nearest.ts'
import type { Place, Problem } from '../../problem.ts'
import { type Check, listOf, satisfying, shape, shown } from '../checks/check.ts'
import { text } from '../checks/scalars.ts'
import { type Exception, ruleNames } from '../exceptions.ts'
import type { CompleteFleet, PlacedException } from './complete-fleet.ts'

const rule: Check = (value, place) => {
  if (ruleNames.some((name) => name === value)) return []
  const isFixed = fixedRules.some(({ name }) => name === value)
  const guess = typeof value === 'string' ? nearest(value, ruleNames) : undefined
  return [
    {
      rule: 'known-rule',
      place,
      reason: isFixed
        ? `${shown(value)} cannot be switched off: without it there is nothing to render`
        : `there is no rule ${shown(value)}`,
      fix:
        isFixed || guess === undefined
          ? 'see npx zx scripts/rules.mjs for those that can be switched off'
          : `write '${guess}'`,
    },
  ]
}

const reason = satisfying(
  'shape',
  (value) => typeof value === 'string' && value.trim() !== '' && !value.includes('\n'),
  'a reason',
  "'nothing else runs on this node'",
)

/** What the fleet says as `exceptions`. */
export const exceptionsCheck: Check = listOf(
  shape('except()', { rule, at: text, because: reason }, ['rule', 'at', 'because']),
)

export const completeExceptions = (given: readonly Exception[] = []): readonly PlacedException[] =>
  given.map((one, index) => ({ ...one, place: ['exceptions', String(index)] }))

/** Exceptions at places that the fleet does not have. */
export const misplaced = (fleet: CompleteFleet): readonly Problem[] => {
  if (fleet.exceptions.length === 0) return []
  const places = [...placesOf(fleet)]
  return fleet.exceptions.flatMap(({ at, place }) => {
    const isThere = places.some(({ path, isOpen }) => path === at || (isOpen && at.startsWith(`${path}.`)))
    if (isThere) return []
    const guess = nearest(
      at,
      places.map(({ path }) => path),
    )
    return [
      {
        rule: 'known-place',
        place: [...place, 'at'],
        reason: `the fleet has no place ${at}`,
        fix: guess === undefined ? 'write a place as problems print it, such as clusters.homelab' : `write '${guess}'`,
      },
    ]
  })
}

/** A place that an exception may name; an open one with whatever stands below it. */
interface KnownPlace {
  readonly path: string
  readonly isOpen: boolean
}

function* placesOf({ base, environments, clusters }: CompleteFleet): Generator<KnownPlace> {
  const closed = (place: Place): KnownPlace => ({ path: place.join('.'), isOpen: false })
  const open = (place: Place): KnownPlace => ({ path: place.join('.'), isOpen: true })
  for (const { place } of base) yield open(place)
  for (const { place, components } of environments) {
    yield closed(place)
    for (const component of components) yield open(component.place)
  }
  for (const { place, namespaces } of clusters) {
    yield closed(place)
    for (const namespace of namespaces) {
      yield closed(namespace.place)
      yield open([...namespace.place, 'secrets'])
      yield closed([...namespace.place, 'networkPolicies'])
      for (const component of namespace.components) yield open(component.place)
    }
  }
}
