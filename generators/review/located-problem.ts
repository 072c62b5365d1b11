import type { Problem } from '../problem.ts'
import type { Position } from './source/position.ts'

/** A problem that may know where it stands in a file, because it has no place in the fleet: a file that does not load. */
export interface LocatedProblem extends Problem {
  /** Default: where the place is written in the fleet. */
  readonly position?: Position
}

/** The text of the fleet and its path, relative to the root of the repository: `generators/fleet.ts`. */
export interface FleetSource {
  readonly file: string
  readonly source: string
}

/** A problem as machines read it. The fields are stable; the place is a property path. */
export interface ProblemRecord extends Position {
  readonly rule: string
  readonly place: readonly string[]
  readonly file: string
  readonly reason: string
  readonly fix: string
}
