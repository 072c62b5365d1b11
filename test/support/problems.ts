import type { Standing } from '../../generators/check/rule.ts'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { loadExporters, metricsFolder } from '../../generators/metrics/exporters.ts'
import { rendered, think } from '../../generators/render.ts'
import { says } from './says.ts'

const schemas = loadSchemas(schemaFolder)
const exporters = loadExporters(metricsFolder)

/** What a render of this fleet says is wrong: place, reason, fix. The files that stand in the tree are given by path. */
export const problemsOf = (fleet: Fleet, files: Readonly<Record<string, string>> = {}) => {
  const thought = think(fleet)
  const inputs = new Map(thought.reads.map((path) => [path, files[path]]))
  const said = says(rendered(thought, { inputs, schemas, exporters, standing: standingIn(files) }).problems)
  // The report tells once what was found twice.
  return [...new Map(said.map((problem) => [problem.join('\n'), problem])).values()]
}

/** All that stands is committed. */
const standingIn = (files: Readonly<Record<string, string>>): Standing => ({
  now: (path) => files[path],
  committed: (path) => files[path],
  isFolder: (folder) => Object.keys(files).some((path) => path.startsWith(`${folder}/`)),
})
