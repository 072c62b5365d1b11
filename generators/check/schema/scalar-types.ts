import type { ScalarType } from './schema.ts'

/** Whether a value is of a type. */
export const isOf = (type: ScalarType, value: unknown): boolean => {
  switch (type) {
    case 'any':
      return true
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value)
    case 'int32':
      return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31
    case 'number':
      return typeof value === 'number'
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value)
    case 'quantity':
      return typeof value === 'number' || (typeof value === 'string' && quantity.test(value))
    case 'base64':
      return typeof value === 'string' && isBase64(value)
    case 'date-time':
      return typeof value === 'string' && dateTime.test(value)
  }
}

const quantity = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** Go's decoder skips line breaks and insists on the padding. */
const isBase64 = (text: string): boolean => {
  const joined = text.replace(/[\r\n]/g, '')
  return joined.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(joined)
}
