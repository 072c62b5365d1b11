import { checkName } from './check-name.ts'
import { checkValue } from './check-value.ts'
import { reportAt, type SchemaFinding, type Walk } from './finding.ts'
import type { Schemas } from './schemas.ts'
import { unknownKind } from './unknown-kind.ts'

/**
 * Everything in an object that its schema does not allow: as the API server would tell it, and what it would drop in
 * silence. A `kustomization.yaml` is checked the same way. None for an object encrypted by SOPS, whose values and
 * types are not those that will be applied.
 */
export const validateObject = (
  object: Readonly<Record<string, unknown>>,
  schemas: Schemas,
): readonly SchemaFinding[] => {
  const { apiVersion, kind } = object
  const walk: Walk = { path: [], findings: [] }
  if (typeof apiVersion !== 'string') missing('apiVersion', walk)
  if (typeof kind !== 'string') missing('kind', walk)
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return walk.findings

  const schema = schemas.find(apiVersion, kind)
  if (schema === undefined) return [unknownKind(apiVersion, kind, schemas)]
  if (isEncrypted(object)) return []
  checkValue(object, schema, walk)
  if (!apiVersion.startsWith('kustomize.config.k8s.io/')) checkName(object, apiVersion, kind, walk)
  return walk.findings
}

const missing = (field: string, walk: Walk): void =>
  reportAt(field, walk, 'is missing, or is no string', `write the ${field} of the object`)

const isEncrypted = ({ sops }: Readonly<Record<string, unknown>>): boolean =>
  typeof sops === 'object' && sops !== null && 'mac' in sops
