import { objectName } from '../kubernetes-object.ts'
import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'
import type { Unit } from './units.ts'

/** Objects that two units of a cluster apply: both would be Ready, and the value would flip for ever. */
export const twoOwners = (units: readonly Unit[], folders: ReadonlyMap<string, BuiltFolder>): readonly Problem[] => {
  const owners = new Map<string, string>()
  return units.flatMap(({ name, folders: theirs }) =>
    theirs.flatMap((folder) =>
      (folders.get(folder)?.objects ?? []).flatMap((object) => {
        const key = `${object.apiVersion} ${objectName(object)}`
        const owner = owners.get(key)
        owners.set(key, name)
        if (owner === undefined) return []
        return [
          {
            rule: 'one-owner',
            place: folders.get(folder)?.place ?? [],
            reason: `${objectName(object)} is applied by ${owner} and by ${name}`,
            fix: 'leave it to one of them',
          },
        ]
      }),
    ),
  )
}
