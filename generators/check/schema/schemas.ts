import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linker } from './link.ts'
import type { Schema } from './schema.ts'
import type { SchemaFile } from './schema-file.ts'

/** The kinds there are schemas for. */
export interface Schemas {
  /** `apps/v1`, `v1`, … in alphabetical order. */
  readonly apiVersions: readonly string[]
  /** The kinds of an apiVersion; none for an unknown one. */
  readonly kinds: (apiVersion: string) => readonly string[]
  readonly find: (apiVersion: string, kind: string) => Schema | undefined
}

/** Where the schemas are that come with the package, from its root. */
export const schemaFolder = 'generators/check/schema/data'

/**
 * The schemas in a folder of data files: `loadSchemas(join(root, schemaFolder))`. The folder is a parameter because
 * bundled code does not know where its source was. A file is read when the first object of its group and version is met.
 */
export const loadSchemas = (folder: string): Schemas => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const contents = new Map<string, SchemaFile>()
  const read = (file: string): SchemaFile => {
    const content = contents.get(file) ?? (JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as SchemaFile)
    contents.set(file, content)
    return content
  }
  return schemasOf(
    names.map((name) => name.slice(0, -'.json'.length)),
    read,
  )
}

/**
 * Schemas from files of any origin: their names, `apps_v1`, and what reads one. A name without a version is that of
 * definitions which others refer to.
 */
export const schemasOf = (files: readonly string[], read: (file: string) => SchemaFile): Schemas => {
  const byApiVersion = new Map(files.filter((file) => file.includes('_')).map((file) => [apiVersionOf(file), file]))
  const link = linker(read)
  const found = new Map<string, Schema | undefined>()

  const find = (apiVersion: string, kind: string): Schema | undefined => {
    const id = `${apiVersion} ${kind}`
    if (found.has(id)) return found.get(id)
    const file = byApiVersion.get(apiVersion)
    const schema = file === undefined ? undefined : link(file, kind)
    found.set(id, schema)
    return schema
  }
  const kinds = (apiVersion: string): readonly string[] => {
    const file = byApiVersion.get(apiVersion)
    return file === undefined ? [] : Object.keys(read(file).kinds)
  }
  return { apiVersions: [...byApiVersion.keys()].sort(), kinds, find }
}

/** `apps/v1` for the file `apps_v1`, `v1` for `core_v1`. */
const apiVersionOf = (file: string): string => file.replace(/^core_/, '').replace('_', '/')
