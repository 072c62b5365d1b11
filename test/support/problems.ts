import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { rendered, think } from '../../generators/render.ts'
import { says } from './says.ts'

const schemas = loadSchemas(schemaFolder)

/** What a render of this fleet says is wrong: place, reason, fix. The files of people are given by path. */
export const problemsOf = (fleet: Fleet, files: Readonly<Record<string, string>> = {}) => {
  const thought = think(fleet)
  const inputs = new Map(thought.reads.map((path) => [path, files[path]]))
  const said = says(rendered(thought, { inputs, schemas }).problems)
  // The report tells once what was found twice.
  return [...new Map(said.map((problem) => [problem.join('\n'), problem])).values()]
}
