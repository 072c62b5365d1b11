import { isDeepStrictEqual } from 'node:util'

/** The name under which a repository depends on this program. */
export const packageName = 'fleetwright'

/** Where package.json may name what a repository depends on. */
const dependencyFields = ['dependencies', 'devDependencies'] as const

/** What package.json says that the repository depends on: `0.1.0`, `^0.1.0`, `file:../fleetwright-0.1.0.tgz`. */
export const dependencyIn = (
  text: string,
): { readonly field: (typeof dependencyFields)[number]; readonly spec: string } | undefined => {
  const parsed = parse(text)
  for (const field of dependencyFields) {
    const spec = entriesOf(parsed, field)[packageName]
    if (typeof spec === 'string') return { field, spec }
  }
  return undefined
}

/** A newer version as the older one was said: `^0.1.0` becomes `^0.2.0`. */
export const versionSpec = (before: string, version: string): string =>
  `${/^[~^](?=\d)/.exec(before)?.[0] ?? ''}${version}`

/** package.json with another version of this program, its text otherwise as it is. Undefined where none of it names one. */
export const withDependency = (text: string, spec: string): string | undefined => {
  const named = dependencyIn(text)
  return named && withText(text, [named.field, packageName], spec)
}

/** package.json with the scripts that the newer program gives, in the place of those that stand as the older one gave them. */
export const withScripts = (
  text: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string => {
  const standing = entriesOf(parse(text), 'scripts')
  return Object.keys(before)
    .filter((name) => after[name] !== undefined && standing[name] === before[name])
    .reduce((changed, name) => withText(changed, ['scripts', name], after[name]!) ?? changed, text)
}

type Json = Readonly<Record<string, unknown>>

const parse = (text: string): Json => {
  try {
    const parsed: unknown = JSON.parse(text)
    return isMap(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null

const entriesOf = (parsed: Json, field: string): Json => {
  const entries = parsed[field]
  return isMap(entries) ? entries : {}
}

/** JSON with another text at a place, and not a character else changed: what is tried is read back. */
const withText = (json: string, [field, name]: readonly [string, string], value: string): string | undefined => {
  const parsed = parse(json)
  const wanted = { ...parsed, [field]: { ...entriesOf(parsed, field), [name]: value } }
  const member = new RegExp(`("${name}"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'g')
  for (const { index, 0: whole, 1: key = '' } of json.matchAll(member)) {
    const tried = `${json.slice(0, index)}${key}${JSON.stringify(value)}${json.slice(index + whole.length)}`
    if (isDeepStrictEqual(parse(tried), wanted)) return tried
  }
  return undefined
}
