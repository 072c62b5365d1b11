import type { File } from '../file.ts'
import { markdownHeader, yamlHeader } from '../output/header.ts'
import { toYaml } from '../output/yaml/emit.ts'
import type { Place } from '../problem.ts'
import type { Entry, Folder } from './folder.ts'

/** A folder's entries as files, each with the header that names its place in the fleet. */
export const print = ({ path, place, entries }: Folder): readonly File[] =>
  entries.map((entry) => ({ path: `${path}/${entry.name}`, content: contentOf(entry, entry.place ?? place) }))

const contentOf = (entry: Entry, place: Place): string => {
  if ('yaml' in entry) return `${yamlHeader(place)}${toYaml(entry.yaml)}`
  // JSON has no comments: the kustomization beside it lists the file, and says where it comes from.
  if ('json' in entry) return `${JSON.stringify(entry.json, null, 2)}\n`
  return `${markdownHeader(place)}${entry.markdown}`
}
