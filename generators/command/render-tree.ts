import type { Schemas } from '../check/schema/schemas.ts'
import { apply } from '../output/apply.ts'
import { alone, type LockOptions } from '../output/lock.ts'
import { openFolder, recall } from '../output/memory.ts'
import { readInputs } from '../output/reader.ts'
import { survey } from '../output/survey.ts'
import { isUntouched } from '../output/untouched.ts'
import type { WorkTree } from '../output/work-tree.ts'
import { eachWritten } from '../output/written.ts'
import type { Problem } from '../problem.ts'
import { render, type Thought } from '../render.ts'
import type { Outcome } from '../review/outcome.ts'

export interface RenderRequest extends LockOptions {
  readonly thought: Thought
  readonly schemas: Schemas
  /** Sums up everything that the tree is made of besides the disk. */
  readonly fingerprint: string
  /** Look only, write nothing. */
  readonly check?: boolean
  /** Overwrite hand edits of our own files. */
  readonly force?: boolean
  /** Only what this cluster reads. */
  readonly cluster?: string | undefined
}

/** How the tree differed from the fleet, or still does; or problems, and then nothing was written. */
export type RenderResult = { readonly outcome: Outcome } | { readonly problems: readonly Problem[] }

/** Renders a fleet that was thought through into a work tree, or compares the two. */
export const renderTree = async (tree: WorkTree, request: RenderRequest): Promise<RenderResult> => {
  const { thought, schemas, fingerprint, check = false, force = false, cluster } = request
  const memory = recall(tree)
  if (memory !== undefined && isUntouched(tree, memory, fingerprint)) {
    const unchanged = [...eachWritten(memory.files)].length
    return { outcome: { created: [], changed: [], pruned: [], unchanged } }
  }
  const inputs = readInputs(tree.root, thought.reads)
  const { files, problems } = render(thought, inputs, schemas, cluster)
  if (problems.length > 0) return { problems }
  const prunable = inReach(cluster)
  if (check) return { outcome: survey(tree, files, { memory, force: true, prunable }) }
  openFolder(tree)
  const task = (): RenderResult => {
    const outcome = survey(tree, files, { memory: recall(tree), force, prunable })
    const refused = outcome.problems.length > 0 ? outcome.problems : apply(tree, outcome, { fingerprint, inputs })
    return refused.length > 0 ? { problems: refused } : { outcome }
  }
  return alone(tree.folder, request, task, (problem) => ({ problems: [problem] }))
}

/** What a render may prune: everything of ours, or what belongs to its cluster alone. */
const inReach = (cluster: string | undefined): ((path: string) => boolean) =>
  cluster === undefined ? () => true : (path) => path.startsWith(`clusters/${cluster}/`) || path.includes(`/clusters/${cluster}/`)
