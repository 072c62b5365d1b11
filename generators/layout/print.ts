import type { Run } from '../file.ts'
import { isRecord } from '../fleet/checks/check.ts'
import { markdownHeader, yamlHeader } from '../output/header.ts'
import { toYaml } from '../output/yaml/emit.ts'
import type { Place } from '../problem.ts'
import type { Document, Entry, Folder } from './folder.ts'

/**
 * Prints folders one after the other: their entries as files, each with the header that names its place in the fleet.
 * What several of them share, an object or all of its spec, is printed once.
 */
export const printer = () => {
  const texts = new WeakMap<object, string>()
  const once = (shared: object, text: () => string): string => {
    const known = texts.get(shared) ?? text()
    texts.set(shared, known)
    return known
  }
  const textOf = ({ yaml: object, comments }: Document): string => {
    if (comments !== undefined && comments.size > 0) return toYaml(object, comments)
    const { apiVersion, kind, metadata, spec } = object as Readonly<Record<string, unknown>>
    // Values belong to one layer alone.
    if (apiVersion === undefined) return toYaml(object)
    const isSpecLast = isRecord(spec) && Object.keys(object).length === 4
    return isSpecLast
      ? toYaml({ apiVersion, kind, metadata }) + once(spec, () => toYaml({ spec }))
      : once(object, () => toYaml(object))
  }
  const contentOf = (entry: Entry, place: Place): string => {
    if ('yaml' in entry) return `${yamlHeader(place)}${textOf(entry)}`
    if ('documents' in entry) return `${yamlHeader(place)}${entry.documents.map(textOf).join('---\n')}`
    // JSON has no comments: the kustomization beside it lists the file, and says where it comes from.
    if ('json' in entry) return `${JSON.stringify(entry.json, null, 2)}\n`
    return `${markdownHeader(place)}${entry.markdown}`
  }
  return ({ path, place, entries }: Folder): Run => ({
    directory: path,
    files: entries.map((entry) => ({ path: `${path}/${entry.name}`, content: contentOf(entry, entry.place ?? place) })),
  })
}
