import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import * as words from '../fleetwright.ts'
import { imported } from '../import/import.ts'
import { importAsJson, importReport } from '../import/report.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { writeNamed } from '../output/named-file.ts'
import { sourceFolder } from '../output/source-folder.ts'
import { command } from './command.ts'
import { tellProblems } from './tell-problems.ts'

export const usage = {
  command: 'npx zx scripts/import.mjs',
  does: [
    'Drafts a fleet from DIR, a repository of Flux: its HelmReleases, objects, namespaces and clusters. Nothing in DIR is changed',
    'or run. The draft renders as it is; what it could not take over, and what a person must decide, is told on standard error.',
  ].join('\n'),
  words: ['DIR'],
  options: {
    out: { value: 'FILE', does: 'write the draft to a new file instead of standard output' },
    plain: { does: 'keep every release as it was, also those that the catalogue has a component for' },
    json: { does: 'tell everything as JSON on standard output, the draft as well' },
  },
} as const

/** `scripts/import.mjs`. */
export const importCommand = command(usage, async ({ words: [folder], options }, invocation) => {
  const { root, program, out, err } = invocation
  const wrong = wrongFolder(folder) ?? (options.out === undefined ? undefined : wrongFile(options.out))
  if (wrong !== undefined) return { wrong }
  const result = imported(sourceFolder(folder), {
    words,
    schemas: loadSchemas(join(program, schemaFolder)),
    exporters: loadExporters(join(program, metricsFolder)),
    from: root === program ? wordsFrom(program, options.out) : 'fleetwright',
    plain: options.plain,
  })
  if (options.json) out(`${JSON.stringify(importAsJson(result), null, 2)}\n`)
  else err(importReport(result))
  if (result.text === undefined) {
    err(nothingToDraft(folder, result.notes.length > 0))
    return 1
  }
  const refused = options.out === undefined ? [] : writeNamed(options.out, result.text, 'wx')
  if (options.out === undefined && !options.json) out(result.text)
  return refused.length === 0 ? 0 : tellProblems(refused, invocation, false)
})

const nothingToDraft = (folder: string, isTold: boolean): string =>
  isTold
    ? `nothing of ${folder} could be taken over, for the reasons above\n`
    : `${folder} has no objects of Kubernetes or Flux: name the folder that holds clusters/, or HelmReleases\n`

const wrongFolder = (path: string): string | undefined => {
  const standing = statSync(path, { throwIfNoEntry: false })
  if (standing === undefined) return `there is no folder ${path}: name one that holds a repository of Flux`
  return standing.isDirectory() ? undefined : `${path} is a file: name the folder that it stands in`
}

const wrongFile = (path: string): string | undefined => {
  if (existsSync(path)) return `${path} is there already, and is not overwritten: name another file`
  return existsSync(dirname(path))
    ? undefined
    : `there is no folder ${dirname(path)} to write ${path} into: make it first`
}

/** The words of a fleet in this repository, as seen from where the draft stands: beside them, unless it is told. */
const wordsFrom = (program: string, file: string | undefined): string => {
  const home = file === undefined ? join(program, 'generators') : dirname(resolve(file))
  const path = relative(home, join(program, 'generators/fleetwright.ts')).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}
