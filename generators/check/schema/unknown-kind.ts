import { nearest } from '../../nearest.ts'
import type { SchemaFinding } from './finding.ts'
import type { Schemas } from './schemas.ts'

/**
 * What is wrong with an apiVersion and kind that no schema is for: a word misspelt, a version that is gone, or nothing
 * that can be known, because the kind is of a group or version that no schema covers.
 */
export const unknownKind = (apiVersion: string, kind: string, schemas: Schemas): SchemaFinding => {
  const kinds = schemas.kinds(apiVersion)
  const nearKind = nearest(kind, kinds)
  if (nearKind !== undefined) return misspelt('kind', `${apiVersion} has no kind ${kind}`, nearKind)
  const versions = kinds.length > 0 ? [] : schemas.apiVersions.filter((other) => groupOf(other) === groupOf(apiVersion))
  const known = versions.findLast((version) => schemas.kinds(version).includes(kind))
  if (known !== undefined) return misspelt('apiVersion', `${apiVersion} is no version of ${kind} that is served`, known)
  const elsewhere = schemas.apiVersions.filter((other) => schemas.kinds(other).includes(kind))
  const near = nearest(apiVersion, elsewhere)
  return {
    path: ['apiVersion'],
    message: `${apiVersion} ${kind} is a kind without a schema, and was not checked`,
    fix:
      near === undefined ? 'check the spelling of apiVersion and kind' : `check the spelling: there is ${near} ${kind}`,
    unknownKind: true,
  }
}

const misspelt = (field: 'apiVersion' | 'kind', message: string, near: string): SchemaFinding => ({
  path: [field],
  message,
  fix: `write ${near}`,
})

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
