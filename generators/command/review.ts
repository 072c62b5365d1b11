import type { DeployedPair } from '../compare/deployed.ts'
import type { Review } from '../compare/review.ts'
import { comment, markLength } from '../output/forge/comment.ts'
import { forgeOf } from '../output/forge/forge.ts'
import { writeNamed } from '../output/named-file.ts'
import { stateOf, workTreeState } from '../output/tree-states.ts'
import type { Problem } from '../problem.ts'
import { touchedGraph } from '../review/graph/touched-graph.ts'
import { reviewMarkdown, usualLimit } from '../review/pull-request/markdown.ts'
import { terminalReview } from '../review/terminal-review.ts'
import { command } from './command.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { reviewed, type TwoStates } from './reviewed.ts'
import { tellProblems } from './tell-problems.ts'

export const usage = {
  command: 'npx zx scripts/review.mjs',
  does: [
    'Tells what a change of the tree means for the clusters: what differs in what they would run, why, and what is risky',
    'about it. Compares the work tree with BASE; default: where the current branch left the main one. Where helm and the',
    'charts (NAME-VERSION.tgz in the folder CHARTS) are at hand, also what the charts make of it.',
  ].join('\n'),
  words: ['[BASE]'],
  options: {
    head: { value: 'REF', does: 'compare this commit instead of the work tree' },
    markdown: { value: 'FILE', does: 'as a comment for a pull request; - is standard output' },
    json: { value: 'FILE', does: 'as JSON; - is standard output' },
    html: { value: 'FILE', does: 'as a page that needs nothing but itself' },
    comment: {
      does: 'as the comment of the pull request for which CI runs this: a new one, or in the place of the last',
    },
    limit: { value: 'N', does: `how many characters the comment may have (default: ${usualLimit})` },
    pull: { does: 'fetch charts that are not in the folder that CHARTS names from where they are published' },
    strict: { does: 'exit with 1 when there are risks' },
  },
} as const

/** `scripts/review.mjs`. */
export const reviewCommand = command(usage, async ({ words: [base], options }, invocation) => {
  const limit = options.limit === undefined ? usualLimit : Number(options.limit)
  if (!Number.isInteger(limit) || limit < 1000) return { wrong: `--limit ${options.limit} is no number from 1000 on` }
  const states = statesOf(base, options.head, invocation)
  if ('problems' in states) return tellProblems(states.problems, invocation, options.json === '-', null)
  const { review, pairs } = await reviewed(states, options.pull, invocation)
  const forms: readonly (readonly [file: string | undefined, text: () => Promise<string> | string])[] = [
    [options.markdown, () => reviewMarkdown(review, limit)],
    [options.json, () => `${JSON.stringify(review, null, 2)}\n`],
    [options.html, () => page(review, pairs, invocation)],
  ]
  const refusals: Problem[] = []
  for (const [file, text] of forms) if (file !== undefined) refusals.push(...put(file, await text(), invocation))
  if (options.comment) refusals.push(...(await commented(review)))
  if (forms.every(([file]) => file !== '-')) invocation.out(terminalReview(review, invocation.color.out))
  return refusals.length === 0 ? exitCode(review, options.strict) : tellProblems(refusals, invocation, false)
})

const commented = async (review: Review): Promise<readonly Problem[]> => {
  const forge = forgeOf(process.env)
  if ('rule' in forge) return [forge]
  const refusal = await comment(forge, reviewMarkdown(review, forge.limit - markLength))
  return refusal === undefined ? [] : [refusal]
}

const statesOf = (
  base: string | undefined,
  head: string | undefined,
  { root }: Invocation,
): TwoStates | { readonly problems: readonly Problem[] } => {
  const before = stateOf(root, base)
  const after = head === undefined ? workTreeState(root) : stateOf(root, head)
  if (!('rule' in before) && !('rule' in after)) return { before, after }
  return { problems: [before, after].filter((one): one is Problem => 'rule' in one) }
}

/** What draws the page takes long to load, and most reviews need none. */
const page = async (review: Review, pairs: readonly DeployedPair[], { program }: Invocation): Promise<string> => {
  const [{ reviewPage }, { pageClient }, { svg }] = await Promise.all([
    import('../review/page/page.ts'),
    import('./page-client.ts'),
    import('../review/graph/svg/svg.ts'),
  ])
  const graph = touchedGraph(review.groups, pairs, `${review.before.name} → ${review.after.name}`)
  return reviewPage(review, await pageClient(program), graph && (await svg(graph)))
}

const put = (file: string, text: string, { out }: Invocation): readonly Problem[] => {
  if (file !== '-') return writeNamed(file, text)
  out(text)
  return []
}

/** Half a comparison is none to rely on. */
const exitCode = ({ unbuilt, risks, groups }: Review, strict: boolean): ExitCode => {
  if (unbuilt.length > 0) return 1
  return strict && (risks.length > 0 || groups.some((group) => group.risks.length > 0)) ? 1 : 0
}
