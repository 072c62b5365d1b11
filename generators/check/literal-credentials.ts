import { isRecord } from '../fleet/checks/check.ts'
import { holdsCredential, isCredentialName, isLiteral } from './credential-words.ts'

/**
 * Where a value holds a credential in plain text: under a key that says so, in a list of environment variables, in a
 * line of a configuration, or in an address.
 */
export const literalCredentials = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof value === 'string') return holdsCredential(value) ? [path] : []
  if (Array.isArray(value)) return value.flatMap((one, index) => literalCredentials(one, [...path, String(index)]))
  if (!isRecord(value)) return []
  const variable = value.name
  return Object.entries(value).flatMap(([key, inner]) => {
    // An environment variable of a Pod has its name beside it.
    const name = key === 'value' && typeof variable === 'string' ? variable : key
    const isTold = isCredentialName(name) || isKeyOfPair(key, value)
    return isTold && isLiteral(inner) ? [[...path, key]] : literalCredentials(inner, [...path, key])
  })
}

/** Alone, `secretKey` names the key of a Secret; beside an `accessKey` it is half of a login to an S3. */
const isKeyOfPair = (key: string, siblings: Readonly<Record<string, unknown>>): boolean =>
  key === 'secretKey' && Object.keys(siblings).some((other) => other.startsWith('accessKey'))
