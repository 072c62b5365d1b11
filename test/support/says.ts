import { type Problem, placeName } from '../../generators/problem.ts'

/** Problems as a table that can be read: place, reason, fix. */
export const says = (problems: readonly Problem[]): readonly (readonly [string, string, string])[] =>
  problems.map(({ place, reason, fix }) => [placeName(place), reason, fix] as const)
