import type { LocatedProblem } from '../review/located-problem.ts'
import { fleetSource } from './evaluated-fleet.ts'
import type { ExitCode, Invocation } from './invocation.ts'

/** Tells all problems at once, for people on standard error, for machines on standard output. */
export const tellProblems = async (
  problems: readonly LocatedProblem[],
  { root, out, err }: Invocation,
  json: boolean,
): Promise<ExitCode> => {
  // What finds places in the source takes long to load, and a good fleet needs none of it.
  const { problemsAsJson, reportProblems } = await import('../review/problems.ts')
  const source = fleetSource(root)
  if (json) out(`${JSON.stringify({ problems: problemsAsJson(problems, source) }, null, 2)}\n`)
  else err(reportProblems(problems, { ...source, color: process.stderr.isTTY === true }))
  return 1
}
