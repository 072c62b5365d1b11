import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commit } from '../output/commit.ts'
import { prunedSinceHead } from '../output/pruned.ts'
import { uncommitted } from '../output/uncommitted.ts'
import type { WorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import { commitMessage } from '../review/commit-message.ts'
import { count } from '../review/count.ts'
import type { Change } from '../review/outcome.ts'
import type { RenderedTree } from './render-tree.ts'

interface Committed {
  /** The commit; undefined when there was nothing to commit. */
  readonly id: string | undefined
  /** The same for people. */
  readonly line: string
}

/**
 * Commits what was rendered, and what earlier renders pruned of it, with a message that says what that changes.
 */
export const commitRendered = (
  tree: WorkTree,
  { paths, prunable }: Pick<RenderedTree, 'paths' | 'prunable'>,
): Committed | { readonly problems: readonly Problem[] } => {
  const pruned = tree.repository === undefined ? [] : prunedSinceHead(tree.repository).filter(prunable)
  const rendered = [...new Set([...paths, ...pruned])]
  const message = commitMessage(changesSinceHead(tree, rendered))
  const { id, paths: committed, problems } = commit(tree, { paths: rendered, message })
  if (problems.length > 0) return { problems }
  return {
    id,
    line:
      id === undefined
        ? 'Nothing to commit.\n'
        : `Committed ${count(committed.length, 'file')} as ${id.slice(0, 12)}: ${message.split('\n')[0]}\n`,
  }
}

const changesSinceHead = ({ root, repository }: WorkTree, paths: readonly string[]): readonly Change[] => {
  if (repository === undefined) return []
  const { prefix } = repository
  const found = uncommitted(repository, new Set(paths.map((path) => `${prefix}${path}`)))
  if ('ok' in found) return []
  return found.map(({ path, isKnown }) => {
    const own = path.slice(prefix.length)
    const change = existsSync(join(root, own)) ? (isKnown ? 'changed' : 'new') : 'pruned'
    return { path: own, change }
  })
}
