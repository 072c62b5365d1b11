import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { uncommitted } from '../output/uncommitted.ts'
import type { WorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import { changesOf } from '../review/outcome.ts'
import { isUpToDate } from '../review/summary.ts'
import { staleTree, uncommittedFiles } from '../upgrade/told.ts'
import type { evaluatedFleet } from './evaluated-fleet.ts'
import type { Invocation } from './invocation.ts'
import { renderTree } from './render-tree.ts'

type Evaluated = Exclude<Awaited<ReturnType<typeof evaluatedFleet>>, { readonly problems: unknown }>

/** What would get mixed into an upgrade of the tree and of a person's files, or is wrong with the fleet already. */
export const beforeUpgrade = async (
  tree: WorkTree,
  { fleet, fingerprint }: Evaluated,
  ownFiles: readonly string[],
  { program, progress }: Invocation,
): Promise<readonly Problem[]> => {
  const rendered = await renderTree(tree, {
    fleet,
    fingerprint,
    progress,
    check: true,
    schemas: loadSchemas(join(program, schemaFolder)),
    exporters: loadExporters(join(program, metricsFolder)),
  })
  if ('problems' in rendered) return rendered.problems
  if (!isUpToDate(rendered.outcome)) return [staleTree(changesOf(rendered.outcome).length)]
  return notCommitted(tree, [...rendered.paths], ownFiles)
}

const notCommitted = (
  { repository }: WorkTree,
  rendered: readonly string[],
  ownFiles: readonly string[],
): readonly Problem[] => {
  if (repository === undefined) return []
  const { prefix } = repository
  const found = uncommitted(repository, new Set([...rendered, ...ownFiles].map((path) => `${prefix}${path}`)))
  if ('ok' in found) return []
  const own = new Set(ownFiles)
  const paths = found
    .map(({ path, isKnown }) => ({ path: path.slice(prefix.length), isKnown }))
    // What git was told to ignore is nobody's change.
    .filter(({ path, isKnown }) => isKnown || !own.has(path))
    .map(({ path }) => path)
  return paths.length === 0 ? [] : [uncommittedFiles(paths.toSorted())]
}
