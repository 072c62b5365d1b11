import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import type { Fleet } from '../fleet/fleet.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { commit } from '../output/commit.ts'
import { replaceText } from '../output/replace-text.ts'
import { uncommitted } from '../output/uncommitted.ts'
import type { WorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import type { Promotion } from '../promote/promotion.ts'
import { promotionMessage, staleTree, uncommittedFiles } from '../promote/told.ts'
import { changesOf, type Outcome } from '../review/outcome.ts'
import { isUpToDate } from '../review/summary.ts'
import type { Draft } from './draft-promotion.ts'
import { fleetFile } from './evaluated-fleet.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { renderTree } from './render-tree.ts'
import { tellProblems } from './tell-problems.ts'

type Rendered = Awaited<ReturnType<typeof renderTree>>

const render = (
  tree: WorkTree,
  { fleet, fingerprint }: { readonly fleet: Fleet; readonly fingerprint: string },
  check: boolean,
  { program, scribe, err, progress }: Invocation,
): Promise<Rendered> =>
  renderTree(tree, {
    fleet,
    fingerprint,
    check,
    scribe,
    progress,
    schemas: loadSchemas(join(program, schemaFolder)),
    exporters: loadExporters(join(program, metricsFolder)),
    onWait: ({ pid }) => err(`waiting for another render, process ${pid}\n`),
  })

/** What would get into the diff, or into the commit, beside the promotion; or is wrong with the fleet already. */
export const mixedIn = async (
  tree: WorkTree,
  present: { readonly fleet: Fleet; readonly fingerprint: string },
  options: { readonly commit: boolean },
  invocation: Invocation,
): Promise<readonly Problem[]> => {
  const rendered = await render(tree, present, true, invocation)
  if ('problems' in rendered) return rendered.problems
  if (!isUpToDate(rendered.outcome)) return [staleTree(rendered.outcome)]
  return options.commit ? notCommitted(tree, [fleetFile, ...rendered.paths]) : []
}

const notCommitted = ({ repository, unversioned }: WorkTree, paths: readonly string[]): readonly Problem[] => {
  if (repository === undefined) return unversioned === undefined ? [] : [unversioned]
  const { prefix } = repository
  const found = uncommitted(repository, new Set(paths.map((path) => `${prefix}${path}`)))
  // What git objects to, it will say again at the commit itself.
  if ('ok' in found || found.length === 0) return []
  return [uncommittedFiles(found.map(({ path }) => path.slice(prefix.length)))]
}

/** What a promotion would change. */
export const preview = (tree: WorkTree, draft: Draft, invocation: Invocation): Promise<Rendered> =>
  render(tree, draft, true, invocation)

/** Writes the fleet, then the tree. When that fails, the fleet is as it was; killed in between, the next render goes on. */
export const carryOut = async (tree: WorkTree, draft: Draft, invocation: Invocation): Promise<Rendered> => {
  const replaced = replaceText(tree, fleetFile, draft.before, draft.source)
  if ('rule' in replaced) return { problems: [replaced], switchedOff: [] }
  let isDone = false
  try {
    const rendered = await render(tree, draft, false, invocation)
    isDone = !('problems' in rendered)
    return rendered
  } finally {
    if (isDone) replaced.keep()
    else replaced.putBack()
  }
}

/** Commits the line of the fleet and the files that follow from it. */
export const commitPromotion = async (
  tree: WorkTree,
  promotion: Promotion,
  outcome: Outcome,
  invocation: Invocation,
): Promise<ExitCode> => {
  const paths = [fleetFile, ...changesOf(outcome).map(({ path }) => path)]
  const message = promotionMessage(promotion)
  const { id = '', problems } = commit(tree, { paths, message })
  if (problems.length > 0) return tellProblems(problems, invocation, false, outcome)
  invocation.out(`Committed as ${id.slice(0, 12)}: ${message.split('\n')[0]}\n`)
  return 0
}
