import { loadSchemas, schemaFolder } from '../../../generators/check/schema/schemas.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import { placeName } from '../../../generators/problem.ts'
import { rendered, think } from '../../../generators/render.ts'
import { fleet } from '../../support/fleets.ts'

const schemas = loadSchemas(schemaFolder)

/** A cluster `a` with components in its namespace `monitoring`. */
export const of = (...components: readonly Placeable[]): Fleet => fleet({ a: { components } })

/** What is told of a fleet: place, reason, fix, and which rule it is. */
export const told = (given: Fleet) => {
  const thought = think(given)
  const { problems } = rendered(thought, { inputs: new Map(), schemas })
  return problems.map(({ place, reason, fix, rule }) => [placeName(place), reason, fix, rule])
}

/** A mistake, the fleet that has it, and what is told of it: place, reason, fix, and the rule. */
export type Mistake = readonly [mistake: string, Fleet, place: string, reason: string, fix: string, rule: string]
