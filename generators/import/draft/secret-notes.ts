import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { mapOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import type { Note } from '../note.ts'

/** Whether a file was encrypted with SOPS. */
export const isEncrypted = ({ sops }: KubernetesObject): boolean => isRecord(sops)

/** What to do about a Secret, of which a draft has the name alone. */
export const secretNotes = ({ object, origin }: Resource): readonly Note[] => {
  const { name, namespace } = object.metadata
  const values = [object.data, object.stringData].flatMap((data) => Object.values(mapOr(data)))
  if (namespace === 'flux-system' || (!isEncrypted(object) && values.length === 0)) return []
  const what = `Secret ${namespace === undefined ? '' : `${namespace}/`}${name}`
  return [{ kind: 'skipped', origin, what, ...advice(object, values) }]
}

const advice = (object: KubernetesObject, values: readonly unknown[]): Pick<Note, 'fix' | 'why'> => {
  if (isEncrypted(object)) {
    return {
      why: 'is encrypted with SOPS, and its file stays where it is',
      fix: "move the file to the cluster's folder of secrets and write sops(), or keep existing() and make it by hand",
    }
  }
  return values.every((value) => /^\s*\$\{[^}]*\}\s*$/.test(String(value)))
    ? {
        why: 'is filled in from variables',
        fix: 'keep existing() and make it by hand, or fetch it by externalSecret({ … })',
      }
    : {
        why: 'is written in plain text, and is in the history of the repository',
        fix: 'give it a new content, outside of any repository, and keep existing()',
      }
}
