import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFleet } from '../fleet/fleet.ts'
import { type Thought, think } from '../render.ts'
import type { LocatedProblem } from '../review/located-problem.ts'
import type { Invocation } from './invocation.ts'

/** The file that describes the fleet. */
export const fleetFile = 'generators/fleet.ts'

export const fleetSource = (root: string) => {
  try {
    return { file: fleetFile, source: readFileSync(join(root, fleetFile), 'utf8') }
  } catch {
    return { file: fleetFile, source: '' }
  }
}

/** The fleet thought through, or why there is none. */
export const thoughtFleet = async ({
  fleet,
  root,
}: Invocation): Promise<{ readonly thought: Thought; readonly fingerprint: string } | { readonly problems: readonly LocatedProblem[] }> => {
  if ('thrown' in fleet) {
    const { loadProblems } = await import('../review/load-error.ts')
    return { problems: loadProblems(fleet.thrown, { ...fleetSource(root), root }) }
  }
  if (!isFleet(fleet.exports.default)) {
    const { wrongExport } = await import('../review/load-error.ts')
    return { problems: [wrongExport(fleet.exports, fleetSource(root))] }
  }
  return { thought: think(fleet.exports.default), fingerprint: fleet.fingerprint }
}
