import { loadSchemas, schemaFolder } from '../../../generators/check/schema/schemas.ts'

/** The schemas that come with the package. */
export const schemas = loadSchemas(schemaFolder)
