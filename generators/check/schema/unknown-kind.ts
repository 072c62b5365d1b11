import { nearest } from '../../nearest.ts'
import type { SchemaFinding } from './finding.ts'
import type { Schemas } from './schemas.ts'

/**
 * What is wrong with an apiVersion and kind that there is no schema for: a version that is gone, a word misspelt, or
 * nothing that can be known, because the kind may be one of the user's own.
 */
export const unknownKind = (apiVersion: string, kind: string, schemas: Schemas): SchemaFinding => {
  const right = rightApiVersion(apiVersion, kind, schemas)
  if (right !== undefined) return wrong('apiVersion', `${apiVersion} has no kind ${kind}`, right)
  const nearKind = nearest(kind, schemas.kinds(apiVersion))
  if (nearKind !== undefined) return wrong('kind', `${apiVersion} has no kind ${kind}`, nearKind)
  return {
    path: ['kind'],
    message: `${apiVersion} ${kind} has no schema here and was not checked`,
    fix: 'check that apiVersion and kind are spelt right',
    unknownKind: true,
  }
}

const wrong = (field: 'apiVersion' | 'kind', message: string, near: string): SchemaFinding => ({
  path: [field],
  message,
  fix: `write ${near}`,
})

/** The apiVersion that was meant: the same group's, one spelt nearly the same, or the one that has the kind. */
const rightApiVersion = (apiVersion: string, kind: string, schemas: Schemas): string | undefined => {
  const hasKind = (other: string): boolean => schemas.kinds(other).includes(kind)
  const group = groupOf(apiVersion)
  const sameGroup = schemas.apiVersions.filter((other) => groupOf(other) === group).findLast(hasKind)
  const near = nearest(apiVersion, schemas.apiVersions)
  if (sameGroup !== undefined) return sameGroup
  if (near !== undefined && hasKind(near)) return near
  // The groups of custom resources have a dot, so this one is Kubernetes' own, and all of its kinds are known.
  return group.includes('.') ? undefined : schemas.apiVersions.find(hasKind)
}

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
