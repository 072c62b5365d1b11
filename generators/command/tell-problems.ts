import type { LocatedProblem } from '../review/located-problem.ts'
import type { Outcome } from '../review/outcome.ts'
import { summaryAsJson } from '../review/summary.ts'
import { fleetSource } from './evaluated-fleet.ts'
import type { ExitCode, Invocation } from './invocation.ts'

/**
 * Tells all problems at once, for people on standard error, for machines on standard output, there together with what
 * was done before they came up; null where nothing is ever written; and whatever else there is to say.
 */
export const tellProblems = async (
  problems: readonly LocatedProblem[],
  { root, color, out, err }: Invocation,
  json: boolean,
  done?: Outcome | null,
  besides: object = {},
): Promise<ExitCode> => {
  // What finds places in the source takes long to load, and a good fleet needs none of it.
  const { problemsAsJson, reportProblems } = await import('../review/problems.ts')
  const source = fleetSource(root)
  const told = { ...besides, ...(done && summaryAsJson(done)), problems: problemsAsJson(problems, source) }
  const written = done && done.created.length + done.changed.length
  if (json) out(`${JSON.stringify(told, null, 2)}\n`)
  else err(reportProblems(problems, { ...source, color: color.err, written }))
  return 1
}
