import type { Folder } from '../layout/folder.ts'
import type { Place, Problem } from '../problem.ts'
import type { Schemas } from './schema/schemas.ts'
import { validateObject } from './schema/validate.ts'

/**
 * Checks folders one after the other for objects with a field that their schema does not know, or not so: controllers
 * drop some of them in silence. An object that shares its whole spec with one before it is as good as that one.
 */
export const folderCheck = (schemas: Schemas) => {
  const seen = new Set<unknown>()
  const isNew = ({ spec }: Readonly<Record<string, unknown>>): boolean =>
    typeof spec !== 'object' || (!seen.has(spec) && seen.add(spec) !== undefined)
  return ({ path, place, entries }: Folder): readonly Problem[] =>
    entries.flatMap((entry) =>
      'yaml' in entry && isObject(entry.yaml) && isNew(entry.yaml)
        ? checkObject(entry.yaml, `${path}/${entry.name}`, entry.place ?? place, schemas)
        : [],
    )
}

/** Findings of one object as problems at a place of the fleet. A kind of the user's own is left to the API server. */
export const checkObject = (
  object: Readonly<Record<string, unknown>>,
  what: string,
  place: Place,
  schemas: Schemas,
): readonly Problem[] =>
  validateObject(object, schemas).flatMap(({ message, fix, unknownKind }) =>
    unknownKind === true ? [] : [{ rule: 'valid-object', place, reason: `${what}: ${message}`, fix }],
  )

/** Values files and kustomize configurations are no objects. */
const isObject = (value: object): value is Readonly<Record<string, unknown>> => 'apiVersion' in value && 'kind' in value
