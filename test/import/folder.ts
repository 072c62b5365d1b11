import type { SourceFolder } from '../../generators/import/source-folder.ts'

/** A folder to import that stands nowhere: files by their paths. */
export const folder = (files: Readonly<Record<string, string>>, name = 'fleet-infra'): SourceFolder => ({
  name,
  paths: Object.keys(files).sort(),
  text: (path) => files[path] ?? '',
  unread: [],
})
