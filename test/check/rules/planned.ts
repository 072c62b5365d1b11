import type { Rule, Subject } from '../../../generators/check/rule.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import { plan } from '../../../generators/plan/plan.ts'
import type { Problem } from '../../../generators/problem.ts'
import { think } from '../../../generators/render.ts'

/** What one rule that looks at plans alone says of each cluster of a fleet. */
export const planned = ({ check }: Rule, fleet: Fleet): readonly Problem[] =>
  [...plan(think(fleet).fleet)].flatMap((cluster) => check({ cluster } as Subject))
