import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import type { Fleet } from '../fleet/fleet.ts'
import { nearest } from '../nearest.ts'
import { openWorkTree } from '../output/work-tree.ts'
import { checkSummary, isUpToDate, summary, summaryAsJson } from '../review/summary.ts'
import { type Given, helpText, readArguments } from './arguments.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { renderTree } from './render-tree.ts'
import { tellProblems } from './tell-problems.ts'

const usage = {
  command: 'npx zx scripts/render.mjs',
  does: 'Renders clusters/, apps/ and infrastructure/ from generators/fleet.ts. Writes only what changed.',
  options: {
    check: { does: 'write nothing; exit 1 and list what differs when the tree is not as the fleet says' },
    cluster: { value: 'NAME', does: 'render what this cluster reads, and leave the other clusters alone' },
    commit: { does: 'commit what was rendered, and nothing else' },
    force: { does: 'overwrite files of ours that were edited by hand and not committed' },
    json: { does: 'tell the outcome as JSON on standard output' },
    help: { does: 'show this' },
  },
} as const

type Options = Given<(typeof usage)['options']>

/** `scripts/render.mjs`: arguments in, tree out, an exit code back. */
export const renderCommand = async (invocation: Invocation): Promise<ExitCode> => {
  const given = readArguments(invocation.args, usage)
  if ('wrong' in given) return misused(invocation, given.wrong)
  const { options } = given
  if (options.help) {
    invocation.out(helpText(usage))
    return 0
  }
  if (options.check && (options.commit || options.force)) {
    return misused(invocation, `--check writes nothing, so it cannot go with --${options.commit ? 'commit' : 'force'}`)
  }
  const fleet = await evaluatedFleet(invocation)
  if ('problems' in fleet) return tellProblems(fleet.problems, invocation, options.json)
  const unknown = unknownCluster(options.cluster, fleet.fleet)
  if (unknown !== undefined) return misused(invocation, unknown)
  return rendered(fleet.fleet, `${fleet.fingerprint} ${options.cluster ?? ''}`, options, invocation)
}

const misused = ({ err }: Invocation, wrong: string): ExitCode => {
  err(`${wrong}\n\n${helpText(usage)}`)
  return 2
}

const unknownCluster = (wanted: string | undefined, { clusters }: Fleet): string | undefined => {
  const names = Object.keys(clusters ?? {})
  if (wanted === undefined || names.includes(wanted)) return undefined
  const guess = nearest(wanted, names)
  return `there is no cluster ${wanted}: ${guess === undefined ? `there are ${names.join(', ')}` : `did you mean ${guess}?`}`
}

const rendered = async (
  fleet: Fleet,
  fingerprint: string,
  options: Options,
  invocation: Invocation,
): Promise<ExitCode> => {
  const { root, scribe, out, err } = invocation
  const { check, cluster, commit, force, json } = options
  const tree = openWorkTree(root)
  const result = await renderTree(tree, {
    fleet,
    schemas: loadSchemas(join(root, schemaFolder)),
    fingerprint,
    check,
    force,
    cluster,
    scribe,
    onWait: ({ pid }) => err(`waiting for another render, process ${pid}\n`),
  })
  if ('problems' in result) return tellProblems(result.problems, invocation, json)
  const { outcome } = result
  if (json) out(`${JSON.stringify(summaryAsJson(outcome), null, 2)}\n`)
  else out(check ? checkSummary(outcome) : summary(outcome))
  if (check) return isUpToDate(outcome) ? 0 : 1
  if (!commit) return 0
  // Only a commit needs to know how to word one.
  const { commitRendered } = await import('./commit-rendered.ts')
  const committed = commitRendered(tree, result.paths)
  if ('problems' in committed) return tellProblems(committed.problems, invocation, json)
  if (!json) out(committed.line)
  return 0
}
