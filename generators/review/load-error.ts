import { buildError } from './load-error/build-error.ts'
import { failureOf } from './load-error/failure.ts'
import type { LoadContext } from './load-error/load-context.ts'
import { packageError } from './load-error/package-error.ts'
import { thrownError } from './load-error/thrown-error.ts'
import { undefinedName } from './load-error/undefined-name.ts'
import type { LocatedProblem } from './located-problem.ts'

/** What is wrong with a fleet that does not load, from whatever was thrown while it was compiled or evaluated. */
export const loadProblems = (thrown: unknown, context: LoadContext): readonly LocatedProblem[] => {
  const failure = failureOf(thrown)
  if (failure.errors.length > 0) return failure.errors.map((error) => buildError(error, context))
  return [packageError(failure, context) ?? undefinedName(failure, context) ?? thrownError(failure, context)]
}
