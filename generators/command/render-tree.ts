import type { Schemas } from '../check/schema/schemas.ts'
import type { Run } from '../file.ts'
import type { Exception } from '../fleet/exceptions.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { Exporters } from '../metrics/exporters.ts'
import type { LockOptions } from '../output/lock.ts'
import { type Memory, recall } from '../output/memory.ts'
import { readInputs } from '../output/reader.ts'
import { type ScribeThread, startScribe } from '../output/scribe-thread.ts'
import { expectShortRun } from '../output/short-run.ts'
import { standing } from '../output/standing.ts'
import { survey } from '../output/survey.ts'
import { write } from '../output/tree.ts'
import { isUntouched } from '../output/untouched.ts'
import type { WorkTree } from '../output/work-tree.ts'
import { countWritten, pathsWritten } from '../output/written.ts'
import type { Track } from '../progress.ts'
import type { Verdict } from '../render.ts'
import type { Outcome } from '../review/outcome.ts'

export interface RenderRequest extends LockOptions {
  readonly fleet: Fleet
  readonly schemas: Schemas
  readonly exporters?: Exporters
  /** Sums up everything that the tree is made of besides the disk. */
  readonly fingerprint: string
  /** Look only, write nothing. */
  readonly check?: boolean
  /** Overwrite hand edits of our own files. */
  readonly force?: boolean
  /** Names of the clusters to render. Default: all. */
  readonly only?: ReadonlySet<string> | undefined
  /** The compiled program of the thread that writes ahead: `generators/output/scribe.ts`. */
  readonly scribe?: string | undefined
  /** Told how it goes on, cluster by cluster. Default: nobody. */
  readonly progress?: Track | undefined
}

export interface RenderedTree {
  /** How the tree differed from the fleet, or still does. */
  readonly outcome: Outcome
  /** Every path of the tree that was rendered, pruned ones included. */
  readonly paths: Iterable<string>
  /** Whether a path belongs to what was rendered, so that it is pruned where it is not wanted. */
  readonly prunable: (path: string) => boolean
  /** Exceptions of the fleet that hold for what was rendered. */
  readonly switchedOff: readonly Exception[]
}

/** Renders a fleet into a work tree, or compares the two. With problems nothing was written. */
export const renderTree = async (tree: WorkTree, request: RenderRequest): Promise<RenderedTree | Verdict> => {
  const { fingerprint, check = false, only } = request
  const memory = recall(tree)
  if (memory !== undefined && isUntouched(tree, memory, fingerprint)) {
    return { ...asRemembered(memory), prunable: inReach(only), switchedOff: madeFor(request.fleet, only) }
  }
  // Where nothing is remembered, mostly nothing is there.
  const isLarge = !check && memory === undefined && only === undefined && hasManyClusters(request.fleet)
  const thread = isLarge && request.scribe !== undefined ? startScribe(request.scribe) : undefined
  try {
    return await renderAnew(tree, memory, request, thread)
  } finally {
    await thread?.end()
  }
}

/** So many clusters have thousands of files, for which a second thread may start at once. What is no fleet has none. */
const hasManyClusters = (fleet: Partial<Fleet> | undefined): boolean => Object.keys(fleet?.clusters ?? {}).length >= 200

const renderAnew = async (
  tree: WorkTree,
  memory: Memory | undefined,
  request: RenderRequest,
  thread: ScribeThread | undefined,
): Promise<RenderedTree | Verdict> => {
  const { schemas, exporters, check = false, force = false, only, progress } = request
  const prunable = inReach(only)
  // Most runs find everything as they left it, and need not load what renders.
  const { render, think } = await import('../render.ts')
  const thought = think(request.fleet)
  expectShortRun()
  const inputs = readInputs(tree.root, thought.reads)
  const { runs, paths, verdict } = draining(
    render(thought, { inputs, schemas, exporters, only, standing: standing(tree), progress }),
  )
  const problems = () => verdict().problems
  const outcome = check
    ? survey(tree, [...runs], { memory, force: true, prunable })
    : await write(tree, runs, {
        ...request,
        scribe: thread ?? request.scribe,
        force,
        inputs,
        prunable,
        veto: problems,
      })
  const found = check ? [...problems(), ...outcome.problems] : outcome.problems
  const { switchedOff } = verdict()
  if (found.length > 0) return { problems: found, switchedOff }
  return { outcome, paths: [...paths, ...outcome.pruned.map(({ path }) => path)], prunable, switchedOff }
}

/** The files of a render as they come; their paths, and what it came to, once they have come. */
const draining = (steps: Generator<Run, Verdict>) => {
  let verdict: Verdict = { problems: [], switchedOff: [] }
  const paths: string[] = []
  function* drain(): Generator<Run> {
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done === true) {
        verdict = next.value
        return
      }
      for (const { path } of next.value.files) paths.push(path)
      yield next.value
    }
  }
  return { runs: drain(), paths, verdict: () => verdict }
}

const asRemembered = ({ files }: Memory): Pick<RenderedTree, 'outcome' | 'paths'> => ({
  outcome: { created: [], changed: [], pruned: [], unchanged: countWritten(files) },
  // Only a commit asks for them.
  paths: { [Symbol.iterator]: () => pathsWritten(files) },
})

/** A render that comes to its end needs every exception that the fleet makes, or it would have been a problem. */
const madeFor = ({ exceptions = [] }: Fleet, only: ReadonlySet<string> | undefined): readonly Exception[] =>
  exceptions.filter(({ at }) => {
    const [, cluster] = /^clusters\.([^.]+)/.exec(at) ?? []
    return only === undefined || cluster === undefined || only.has(cluster)
  })

/** What a render may prune: everything of ours, or what belongs to its clusters alone. */
const inReach =
  (only: ReadonlySet<string> | undefined) =>
  (path: string): boolean =>
    only === undefined || only.has(/^(?:\w+\/)?clusters\/([^/]+)\//.exec(path)?.[1] ?? '')
