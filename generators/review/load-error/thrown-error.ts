import type { LocatedProblem } from '../located-problem.ts'
import type { Failure } from './failure.ts'
import { type Frame, framesOf } from './frames.ts'
import type { LoadContext } from './load-context.ts'

/** Anything thrown while the fleet is evaluated. It stands where the fleet itself was, if the stack leads there. */
export const thrownError = (failure: Failure, context: LoadContext): LocatedProblem => {
  const [innermost, ...outer] = framesOf(failure.stack, context)
  const frame = [innermost, ...outer].find((one) => one?.file === context.file) ?? innermost
  return {
    rule: 'fleet-evaluation',
    place: [],
    ...(frame && { file: frame.file, position: { line: frame.line, column: frame.column } }),
    reason: `the fleet cannot be evaluated: ${failure.summary}${frame === innermost ? '' : thrownAt(innermost!)}`,
    fix: 'correct what is evaluated here; npm run typecheck may say more',
  }
}

const thrownAt = ({ file, line, column }: Frame): string => `, thrown at ${file}:${line}:${column}`
