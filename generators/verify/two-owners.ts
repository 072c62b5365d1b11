import { objectName } from '../kubernetes-object.ts'
import type { Problem } from '../problem.ts'
import type { FluxKustomization } from './cluster.ts'
import type { BuiltFolder } from './verify.ts'

/** Objects that two Kustomizations of a cluster apply: both would be Ready, and the value would flip for ever. */
export const twoOwners = (
  kustomizations: readonly FluxKustomization[],
  folders: ReadonlyMap<string, BuiltFolder>,
): readonly Problem[] => {
  const owners = new Map<string, string>()
  return kustomizations.flatMap(({ name, namespace, folder }) =>
    (folders.get(folder)?.objects ?? []).flatMap((object) => {
      const key = `${object.apiVersion} ${objectName(object)}`
      const owner = owners.get(key)
      owners.set(key, `${namespace}/${name}`)
      if (owner === undefined) return []
      return [
        {
          rule: 'one-owner',
          place: folders.get(folder)?.place ?? [],
          reason: `${objectName(object)} is applied by ${owner} and by ${namespace}/${name}`,
          fix: 'leave it to one of them',
        },
      ]
    }),
  )
}
