import { type UsedChart, usedCharts } from '../charts/keeping/used-charts.ts'
import { plan } from '../plan/plan.ts'
import { think } from '../render.ts'
import type { LocatedProblem } from '../review/located-problem.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import type { Invocation } from './invocation.ts'

/** Every chart that the fleet uses, or why nobody can tell. */
export const fleetCharts = async (
  invocation: Invocation,
): Promise<{ readonly used: readonly UsedChart[] } | { readonly problems: readonly LocatedProblem[] }> => {
  const evaluated = await evaluatedFleet(invocation)
  if ('problems' in evaluated) return evaluated
  const thought = think(evaluated.fleet)
  const plans = [...plan(thought.fleet)]
  const problems = [...thought.problems, ...plans.flatMap((one) => one.problems)]
  // Of half a fleet, half the charts would be left out and nobody would know.
  return problems.length > 0 ? { problems } : { used: usedCharts(plans) }
}
