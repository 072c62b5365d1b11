import { writeNamed } from '../output/named-file.ts'
import { plan } from '../plan/plan.ts'
import { think } from '../render.ts'
import { graphOf } from '../review/graph/cluster-graph.ts'
import { mermaid } from '../review/graph/mermaid.ts'
import { svg } from '../review/graph/svg/svg.ts'
import { command } from './command.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import { tellProblems } from './tell-problems.ts'
import { unknownCluster } from './unknown-cluster.ts'

export const usage = {
  command: 'npx zx scripts/graph.mjs',
  does: [
    'Draws clusters as a picture (SVG): what flows where, within a cluster and to others, and what waits for what. All of the',
    'fleet, or the clusters that are named. The README of each cluster has the same as Mermaid.',
  ].join('\n'),
  words: ['[CLUSTER…]'],
  options: {
    mermaid: { does: 'as Mermaid, to be put into Markdown, instead of SVG' },
    out: { value: 'FILE', does: 'write it to a file instead of standard output' },
    json: { does: 'what is drawn, as JSON: nodes and edges; or the problems that are in the way' },
  },
} as const

/** `scripts/graph.mjs`. */
export const graphCommand = command(usage, async ({ words, options }, invocation) => {
  if (options.mermaid && options.json) return { wrong: '--mermaid and --json are two forms: say one' }
  const evaluated = await evaluatedFleet(invocation)
  if ('problems' in evaluated) return tellProblems(evaluated.problems, invocation, options.json, null)
  const known = Object.keys(evaluated.fleet.clusters ?? {})
  const wrong = words.flatMap((name) => unknownCluster(name, known) ?? [])[0]
  if (wrong !== undefined) return { wrong }
  const thought = think(evaluated.fleet)
  const plans = [...plan(thought.fleet, words.length === 0 ? undefined : new Set(words))]
  const problems = [...thought.problems, ...plans.flatMap((one) => one.problems)]
  // Half a fleet would be drawn as if it were all.
  if (problems.length > 0) return tellProblems(problems, invocation, options.json, null)
  const graph = graphOf(plans)
  const text = options.json
    ? `${JSON.stringify(graph, null, 2)}\n`
    : options.mermaid
      ? mermaid(graph)
      : await svg(graph)
  const refused = options.out === undefined ? [] : writeNamed(options.out, text)
  if (options.out === undefined) invocation.out(text)
  return refused.length === 0 ? 0 : tellProblems(refused, invocation, options.json, null)
})
