import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { File } from '../../generators/file.ts'
import { type Fleet, isFleet } from '../../generators/fleet/fleet.ts'
import * as words from '../../generators/fleetwright.ts'
import { found } from '../../generators/import/draft/drafted.ts'
import { type Import, imported } from '../../generators/import/import.ts'
import { readFolder } from '../../generators/import/reading/documents.ts'
import type { ImportedRelease } from '../../generators/import/releases/release.ts'
import type { SourceFolder } from '../../generators/import/source-folder.ts'
import { loadExporters, metricsFolder } from '../../generators/metrics/exporters.ts'
import { rendered, think } from '../../generators/render.ts'
import { folder } from './folder.ts'

const root = join(import.meta.dirname, '../..')
export const schemas = loadSchemas(join(root, schemaFolder))
const exporters = loadExporters(join(root, metricsFolder))

/** Imports a folder as the command does. */
export const draft = (source: SourceFolder, { plain = false, from = './fleetwright.ts' } = {}): Import =>
  imported(source, { words, schemas, exporters, from, plain })

/** Everything that a fleet renders, as a folder. */
export const renderedFolder = (fleet: unknown): SourceFolder => {
  if (!isFleet(fleet)) throw new Error('no fleet')
  const { files, problems } = rendered(think(fleet as Fleet), { inputs: new Map(), schemas, exporters })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return folder(Object.fromEntries(files.map(({ path, content }: File) => [path, content])))
}

/** What Helm gets, by cluster and release. */
export const releasesIn = (source: SourceFolder) => {
  const { clusters } = found({ read: readFolder(source), catalogued: () => undefined, schemas, notes: [] })
  return Object.fromEntries(
    clusters.flatMap(({ name, releases }) => releases.map((one) => [`${name}/${one.namespace}/${one.name}`, got(one)])),
  )
}

const got = ({ chart, values }: ImportedRelease) => ({ chart, values })
