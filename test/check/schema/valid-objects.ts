import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'

export type Fields = Readonly<Record<string, unknown>>

const folder = fileURLToPath(new URL('valid/', import.meta.url))

/** One object of every kind that a fleet is likely to hold, each of which a real API server or kustomize accepts. */
export const validObjects: readonly Fields[] = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(`${folder}${file}`, 'utf8')).map((document) => document.toJS() as Fields),
)
