import type { SchemaFile } from './schema-file.ts'

/** A data file as text: one kind or definition a line, so that a new release of an API makes a small diff. */
export const printSchemaFile = ({ nullIsAbsent, kinds, definitions }: SchemaFile): string =>
  `{${nullIsAbsent === true ? '"nullIsAbsent":true,\n' : ''}"kinds":${lines(kinds)},\n"definitions":${lines(definitions)}}\n`

const lines = (record: Readonly<Record<string, unknown>>): string => {
  const entries = Object.entries(record).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n}`
}
