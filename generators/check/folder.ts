import { isRecord } from '../fleet/checks/check.ts'
import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import type { Entry, Folder } from '../layout/folder.ts'
import type { Place, Problem } from '../problem.ts'
import type { Schemas } from './schema/schemas.ts'
import { validateObject } from './schema/validate.ts'

/**
 * Checks folders one after the other for objects with a field that their schema does not know, or not so: controllers
 * drop some of them in silence. What shares all of its spec with one before it is as good as that one.
 */
export const folderCheck = (schemas: Schemas) => {
  const seen = new WeakSet<object>()
  const isNew = (object: KubernetesObject): boolean => {
    const shared = isRecord(object.spec) ? object.spec : object
    return !seen.has(shared) && seen.add(shared) !== undefined
  }
  return ({ path, place, origin = place, entries }: Folder): readonly Problem[] =>
    entries.flatMap((entry) => {
      const objects = objectsOf(entry).filter(isNew)
      if (objects.length === 0) return []
      const { name, place = origin } = entry
      const placeOf = ('placeOf' in entry ? entry.placeOf : undefined) ?? (() => place)
      return objects.flatMap((one) =>
        checkObject(one, isKustomization(one) ? `${path}/${name}` : objectName(one), placeOf, schemas),
      )
    })
}

const objectsOf = (entry: Entry): readonly KubernetesObject[] => {
  if ('yaml' in entry) return isObject(entry.yaml) ? [entry.yaml] : []
  return 'documents' in entry ? entry.documents.map(({ yaml }) => yaml).filter(isObject) : []
}

/** Findings of one object as problems. A kind of the user's own is left to the API server. */
export const checkObject = (
  object: Readonly<Record<string, unknown>>,
  what: string,
  placeOf: (path: readonly string[]) => Place,
  schemas: Schemas,
): readonly Problem[] =>
  validateObject(object, schemas).flatMap(({ path, message, fix, unknownKind }) =>
    unknownKind === true
      ? []
      : [{ rule: 'valid-object', place: placeOf(path.map(String)), reason: `${what}: ${message}`, fix }],
  )

/** Values files and kustomize's configurations are no objects. */
const isObject = (value: object): value is KubernetesObject => 'apiVersion' in value && 'kind' in value

/** A file of kustomize's own has no name but its path. */
const isKustomization = ({ apiVersion }: KubernetesObject): boolean => apiVersion.startsWith('kustomize.config.k8s.io/')
