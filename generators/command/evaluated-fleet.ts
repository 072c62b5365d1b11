import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf } from '../fleet/fingerprint.ts'
import { type Fleet, isFleet } from '../fleet/fleet.ts'
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

/** The fleet as it was evaluated, or why there is none. */
export const evaluatedFleet = async ({
  fleet,
  root,
}: Invocation): Promise<
  { readonly fleet: Fleet; readonly fingerprint: string } | { readonly problems: readonly LocatedProblem[] }
> => {
  // What explains a failure takes long to load, and a good fleet needs none of it.
  if ('thrown' in fleet) {
    const { loadProblems } = await import('../review/load-error.ts')
    return { problems: loadProblems(fleet.thrown, { ...fleetSource(root), root, files: fleet.files }) }
  }
  const { default: described } = fleet.exports
  if (!isFleet(described)) {
    const { wrongExport } = await import('../review/load-error/wrong-export.ts')
    return { problems: [wrongExport(fleet.exports, fleetSource(root))] }
  }
  return { fleet: described, fingerprint: fingerprintOf(described, fleet.fingerprint) }
}
