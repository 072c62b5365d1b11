import type { File } from '../../file.ts'
import { printSchemaFile } from './print-schema-file.ts'
import { type CustomResourceDefinition, readCrds } from './read-crd.ts'
import { readEnums } from './read-enums.ts'
import { type OpenApiDocument, readOpenApi } from './read-openapi.ts'
import { share } from './share.ts'

export { schemaFolder } from './schemas.ts'

export interface SchemaSources {
  /** Kubernetes' `api/openapi-spec/v3`, the stable versions. */
  readonly openApi: readonly OpenApiDocument[]
  /** Kubernetes' `pkg/generated/openapi/zz_generated.openapi.go`. */
  readonly openApiSource: string
  /** Objects among which the CustomResourceDefinitions are. */
  readonly crds: readonly unknown[]
}

/** The data files that follow from public sources. Those of kustomize's own kinds are written by hand. */
export const makeSchemaFiles = ({ openApi, openApiSource, crds }: SchemaSources): readonly File[] => {
  const builtIn = Object.entries(readOpenApi(openApi, readEnums(openApiSource)))
  const custom = Object.entries(readCrds(crds.filter(isCrd))).map(([file, kinds]) => [file, share(kinds)] as const)
  return [...builtIn, ...custom].map(([file, content]) => ({ path: `${file}.json`, content: printSchemaFile(content) }))
}

const isCrd = (object: unknown): object is CustomResourceDefinition =>
  typeof object === 'object' && object !== null && 'kind' in object && object.kind === 'CustomResourceDefinition'
