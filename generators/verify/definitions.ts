import { type CustomResourceDefinition, readCrds } from '../check/schema/read-crd.ts'
import type { SchemaFile } from '../check/schema/schema-file.ts'
import { type Schemas, schemasOf } from '../check/schema/schemas.ts'
import { share } from '../check/schema/share.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'

/**
 * Schemas together with those of the definitions of custom resources among objects. Where both know a kind, the definition
 * counts: it is the one that the cluster will have.
 * @param read the data file of a name, for what all kinds have in common
 */
export const withDefinitions = (
  schemas: Schemas,
  objects: readonly KubernetesObject[],
  read: (file: string) => SchemaFile,
): Schemas => {
  const definitions = objects.filter(isDefinition)
  if (definitions.length === 0) return schemas
  const files = new Map(Object.entries(readCrds(definitions)).map(([file, kinds]) => [file, share(kinds)]))
  const brought = schemasOf([...files.keys()], (file) => files.get(file) ?? read(file))
  return {
    apiVersions: [...new Set([...schemas.apiVersions, ...brought.apiVersions])].sort(),
    kinds: (apiVersion) => [...new Set([...schemas.kinds(apiVersion), ...brought.kinds(apiVersion)])],
    find: (apiVersion, kind) => brought.find(apiVersion, kind) ?? schemas.find(apiVersion, kind),
  }
}

const isDefinition = (object: KubernetesObject): object is KubernetesObject & CustomResourceDefinition =>
  object.kind === 'CustomResourceDefinition'
