import type { FleetSource, LocatedProblem } from '../located-problem.ts'
import { start } from '../source/position.ts'

/** What is known when the fleet does not load. */
export interface LoadContext extends FleetSource {
  /** The real, absolute path of the repository's root: a stack names files by it. */
  readonly root: string
  /** TypeScript files that could be imported, relative to the root, to guess which one was meant. Default: none. */
  readonly files?: readonly string[]
}

export const missingFleet = ({ file }: LoadContext): LocatedProblem => ({
  rule: 'fleet-import',
  place: [],
  file,
  position: start,
  reason: `there is no ${file}`,
  fix: 'write one, as the README shows',
})
