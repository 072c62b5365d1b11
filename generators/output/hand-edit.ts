import type { Problem } from '../problem.ts'
import type { Outdated } from './finding.ts'
import { committed } from './head.ts'
import type { Memory } from './memory.ts'
import type { WorkTree } from './work-tree.ts'
import { writtenAt } from './written.ts'

/**
 * The files that a person edited and that exist nowhere else: neither are they what we wrote last, nor does HEAD hold them.
 * Where nothing is remembered and git cannot be asked, every doubtful file may be somebody's work.
 */
export function handEdits(tree: WorkTree, outdated: readonly Outdated[], memory: Memory | undefined): Problem[] {
  const doubtful = outdated.filter(({ isDoubtful }) => isDoubtful).map(({ path }) => path)
  if (tree.repository === undefined) return doubtful.map((path) => unversionedEdit(path, tree, memory))
  const safe = committed(tree.repository, doubtful)
  return doubtful.filter((path) => !safe.has(path)).map(uncommittedEdit)
}

const uncommittedEdit = (path: string): Problem => ({
  rule: 'hand-edit',
  place: [],
  file: path,
  reason: `${path} was edited by hand and is not committed`,
  fix: `commit it, undo it with git checkout -- ${path}, or render with --force to lose the edit`,
})

function unversionedEdit(path: string, { unversioned }: WorkTree, memory: Memory | undefined): Problem {
  const isRemembered = memory !== undefined && writtenAt(memory.files, path) !== undefined
  return {
    rule: 'hand-edit',
    place: [],
    file: path,
    reason: isRemembered
      ? `${path} was edited by hand`
      : `${path} is not what would be rendered, and nothing tells whether by hand: ${unversioned?.reason}`,
    fix: 'undo the edit, or render with --force to lose it',
  }
}
