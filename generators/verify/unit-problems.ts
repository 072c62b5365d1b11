import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'
import type { Unit } from './units.ts'

/** Units that name a folder or another unit which is not there. */
export const unitProblems = (units: readonly Unit[], folders: ReadonlyMap<string, BuiltFolder>): readonly Problem[] => {
  const names = new Set(units.map(({ kind, name }) => `${kind} ${name}`))
  return units.flatMap(({ kind, name, folders: theirs, dependsOn }) => [
    ...theirs
      .filter((folder) => !folders.has(folder))
      .map((folder) => ({
        rule: 'path-exists',
        place: [],
        reason: `${kind} ${name} names ${folder}, which is no folder`,
        fix: 'render the tree again',
      })),
    ...dependsOn
      .filter((one) => !names.has(`${kind} ${one}`))
      .map((one) => ({
        rule: 'dependency-exists',
        place: [],
        reason: `${kind} ${name} waits for ${one}, which is not there`,
        fix: 'render the tree again',
      })),
  ])
}
