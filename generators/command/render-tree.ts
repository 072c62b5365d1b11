import type { Schemas } from '../check/schema/schemas.ts'
import type { File } from '../file.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { LockOptions } from '../output/lock.ts'
import { type Memory, recall } from '../output/memory.ts'
import { readInputs } from '../output/reader.ts'
import { survey } from '../output/survey.ts'
import { write } from '../output/tree.ts'
import { isUntouched } from '../output/untouched.ts'
import type { WorkTree } from '../output/work-tree.ts'
import { eachWritten } from '../output/written.ts'
import type { Problem } from '../problem.ts'
import { render, think } from '../render.ts'
import type { Outcome } from '../review/outcome.ts'

export interface RenderRequest extends LockOptions {
  readonly fleet: Fleet
  readonly schemas: Schemas
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
}

export interface RenderedTree {
  /** How the tree differed from the fleet, or still does. */
  readonly outcome: Outcome
  /** Every path of the tree that was rendered, pruned ones included. */
  readonly paths: Iterable<string>
  /** Whether a path belongs to what was rendered, so that it is pruned where it is not wanted. */
  readonly prunable: (path: string) => boolean
}

/** Renders a fleet into a work tree, or compares the two. With problems nothing was written. */
export const renderTree = async (
  tree: WorkTree,
  request: RenderRequest,
): Promise<RenderedTree | { readonly problems: readonly Problem[] }> => {
  const { schemas, fingerprint, check = false, force = false, only } = request
  const memory = recall(tree)
  const prunable = inReach(only)
  if (memory !== undefined && isUntouched(tree, memory, fingerprint)) return { ...asRemembered(memory), prunable }
  const thought = think(request.fleet)
  const inputs = readInputs(tree.root, thought.reads)
  const { files, paths, problems } = draining(render(thought, { inputs, schemas, only }))
  const outcome = check
    ? survey(tree, files, { memory, force: true, prunable })
    : await write(tree, files, { ...request, force, inputs, prunable, veto: problems })
  const found = check ? [...problems(), ...outcome.problems] : outcome.problems
  if (found.length > 0) return { problems: found }
  return { outcome, paths: [...paths, ...outcome.pruned.map(({ path }) => path)], prunable }
}

/** The files of a render as they come; their paths, and the problems that it ended with, once they have come. */
const draining = (steps: ReturnType<typeof render>) => {
  let problems: readonly Problem[] = []
  const paths: string[] = []
  function* drain(): Generator<File> {
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done === true) {
        problems = next.value
        return
      }
      paths.push(next.value.path)
      yield next.value
    }
  }
  return { files: drain(), paths, problems: () => problems }
}

const asRemembered = ({ files }: Memory): Pick<RenderedTree, 'outcome' | 'paths'> => {
  const paths = Array.from(eachWritten(files), ([path]) => path)
  return { outcome: { created: [], changed: [], pruned: [], unchanged: paths.length }, paths }
}

/** What a render may prune: everything of ours, or what belongs to its clusters alone. */
const inReach =
  (only: ReadonlySet<string> | undefined) =>
  (path: string): boolean =>
    only === undefined || only.has(/^(?:\w+\/)?clusters\/([^/]+)\//.exec(path)?.[1] ?? '')
