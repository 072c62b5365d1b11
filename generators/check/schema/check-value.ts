import { checkList } from './check-list.ts'
import { checkMap, checkObject } from './check-object.ts'
import { checkScalar } from './check-scalar.ts'
import type { Walk } from './finding.ts'
import type { Schema } from './schema.ts'

/** Checks a value that stands where the walk is, and everything below it. */
export const checkValue = (value: unknown, schema: Schema, walk: Walk): void => {
  switch (schema.type) {
    case 'object':
      checkObject(value, schema, walk, checkValue)
      break
    case 'map':
      checkMap(value, schema, walk, checkValue)
      break
    case 'list':
      checkList(value, schema, walk, checkValue)
      break
    default:
      checkScalar(value, schema, walk)
  }
}
