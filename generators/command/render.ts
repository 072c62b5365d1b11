import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import type { Fleet } from '../fleet/fleet.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { openWorkTree } from '../output/work-tree.ts'
import { paintOutcomes } from '../review/paint.ts'
import { checkSummary, isUpToDate, summary, summaryAsJson } from '../review/summary.ts'
import { switchedOffAsJson, switchedOffLines } from '../review/switched-off.ts'
import type { Given } from './arguments.ts'
import { command } from './command.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { partOf } from './part.ts'
import { renderTree } from './render-tree.ts'
import { tellProblems } from './tell-problems.ts'

export const usage = {
  command: 'npx zx scripts/render.mjs',
  does: 'Renders clusters/, apps/ and infrastructure/ from generators/fleet.ts. Writes only what changed.',
  offers: { cluster: 'cluster' },
  options: {
    check: { does: 'write nothing; exit 1 and list what differs when the tree is not as the fleet says' },
    cluster: { value: 'NAME', does: 'render what this cluster reads, and leave the other clusters alone' },
    shard: { value: 'I/N', does: 'render the I-th of N parts of the clusters, for jobs side by side' },
    commit: { does: 'commit what was rendered, and nothing else' },
    force: { does: 'overwrite files of ours that were edited by hand and not committed' },
    json: { does: 'tell the outcome as JSON on standard output' },
  },
} as const

type Options = Given<(typeof usage)['options']>

/** `scripts/render.mjs`: arguments in, tree out, an exit code back. */
export const renderCommand = command(usage, async ({ options }, invocation) => {
  if (options.check && (options.commit || options.force)) {
    return { wrong: `--check writes nothing, so it cannot go with --${options.commit ? 'commit' : 'force'}` }
  }
  const fleet = await evaluatedFleet(invocation)
  if ('problems' in fleet) return tellProblems(fleet.problems, invocation, options.json)
  const part = partOf(fleet.fleet, options)
  if ('wrong' in part) return part
  return rendered(fleet.fleet, part.only, fleet.fingerprint, options, invocation)
})

const rendered = async (
  fleet: Fleet,
  only: ReadonlySet<string> | undefined,
  fingerprint: string,
  options: Options,
  invocation: Invocation,
): Promise<ExitCode> => {
  const { root, program, scribe, out, err, color, progress } = invocation
  const { check, commit, force, json } = options
  const tree = openWorkTree(root)
  const result = await renderTree(tree, {
    fleet,
    schemas: loadSchemas(join(program, schemaFolder)),
    exporters: loadExporters(join(program, metricsFolder)),
    // A part that was rendered says nothing of the rest.
    fingerprint: `${fingerprint} ${[...(only ?? [])].join(' ')}`,
    check,
    force,
    only,
    scribe,
    progress,
    onWait: ({ pid }) => err(`waiting for another render, process ${pid}\n`),
  })
  err(switchedOffLines(result.switchedOff))
  const besides = { switchedOff: switchedOffAsJson(result.switchedOff) }
  if ('problems' in result) return tellProblems(result.problems, invocation, json, undefined, besides)
  const { outcome } = result
  if (!json) out(check ? paintOutcomes(checkSummary(outcome), color.out) : summary(outcome))
  // Only a commit needs to know how to word one.
  const committed = commit ? (await import('./commit-rendered.ts')).commitRendered(tree, result) : undefined
  if (committed !== undefined && 'problems' in committed) {
    return tellProblems(committed.problems, invocation, json, outcome, besides)
  }
  if (json) out(`${JSON.stringify({ ...summaryAsJson(outcome), ...besides, commit: committed?.id }, null, 2)}\n`)
  else if (committed !== undefined) out(committed.line)
  return check && !isUpToDate(outcome) ? 1 : 0
}
