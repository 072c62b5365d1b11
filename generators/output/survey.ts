import type { File, Run } from '../file.ts'
import type { Problem } from '../problem.ts'
import { directoryOf } from './directory.ts'
import { lookAround, type Standing, walk } from './disk.ts'
import { type Absent, type Finding, findUnwanted, findWanted, type Outdated, type Same } from './finding.ts'
import { handEdits } from './hand-edit.ts'
import type { Memory } from './memory.ts'
import { claim } from './territory.ts'
import { carried } from './vouch.ts'
import type { WorkTree } from './work-tree.ts'
import { eachWritten, setWritten, type WrittenFiles } from './written.ts'

/** How the disk differs from what is wanted. */
export interface Survey {
  readonly created: readonly Absent[]
  readonly changed: readonly (Outdated & File)[]
  readonly pruned: readonly Outdated[]
  /** How many files are as they should be. */
  readonly unchanged: number
  /** In a stable order. With any, nothing may be written. */
  readonly problems: readonly Problem[]
  /** Every file and directory that stays as it is, to be remembered. */
  readonly kept: WrittenFiles
  /** Directories that may have lost their last file. */
  readonly vacated: ReadonlySet<string>
}

export interface SurveyOptions {
  readonly memory?: Memory | undefined
  /** Whether hand edits of our own files are overwritten. Default false. A file that is not ours never is. */
  readonly force?: boolean | undefined
  /** Whether a file of ours may be pruned when it is not wanted. Default all; narrower when only a part is rendered. */
  readonly prunable?: ((path: string) => boolean) | undefined
}

/** Compares the wanted files with the disk. Writes nothing. Throws on a path that nothing may be rendered to. */
export function survey(tree: WorkTree, runs: readonly Run[], options: SurveyOptions = {}): Survey {
  const { memory, force = false, prunable = () => true } = options
  const wanted = claim(runs)
  const isLeaving = (path: string): boolean => !wanted.has(path) && prunable(path)
  const isOutOfScope = (path: string): boolean => !wanted.has(path) && !prunable(path)
  const scene = { root: tree.root, disk: lookAround(tree.root), memory }
  const standing = [...walk(scene.disk)]
  const findings = [
    ...runs.flatMap((run) => findWanted(scene, run)),
    ...standing.flatMap(({ path, kind }) => (kind === 'file' && isLeaving(path) ? findUnwanted(scene, path) : [])),
  ]
  const outdated = findings.filter((finding) => finding.is === 'outdated')
  const same = findings.filter((finding) => finding.is === 'same')
  const changed = outdated.filter((finding): finding is Outdated & File => finding.content !== undefined)
  const pruned = outdated.filter(({ content }) => content === undefined).sort(byPath)
  const edits = force ? [] : handEdits(tree, [...changed, ...pruned], memory)
  return {
    created: findings.filter((finding) => finding.is === 'absent'),
    changed,
    pruned,
    unchanged: same.length,
    problems: [...refusals(findings), ...edits],
    kept: whatStays(standing, same, memory, isOutOfScope),
    vacated: whatEmpties(pruned, memory, isLeaving),
  }
}

/** One problem for each thing in the way, however many files it keeps from their places. */
const refusals = (findings: readonly Finding[]): ReadonlySet<Problem> =>
  new Set(findings.filter((finding) => finding.is === 'refused').map(({ problem }) => problem))

/** Directories and files as seen, and as remembered where this render does not look. */
function whatStays(
  standing: readonly Standing[],
  same: readonly Same[],
  memory: Memory | undefined,
  isOutOfScope: (path: string) => boolean,
): WrittenFiles {
  const kept: WrittenFiles = {}
  for (const { path, kind } of standing) if (kind === 'directory') kept[path] = {}
  for (const { path, seen } of same) setWritten(kept, path, seen)
  for (const [path, written] of eachWritten(memory?.files ?? {}))
    if (isOutOfScope(path)) setWritten(kept, path, carried(written, memory!.recordedAt))
  return kept
}

/** The directories of what is pruned, now or in a render that was killed before it got to its directories. */
const whatEmpties = (
  pruned: readonly Outdated[],
  memory: Memory | undefined,
  isLeaving: (path: string) => boolean,
): ReadonlySet<string> => {
  const remembered = Array.from(eachWritten(memory?.files ?? {}), ([path]) => path).filter(isLeaving)
  return new Set([...pruned.map(({ path }) => path), ...remembered].map(directoryOf))
}

const byPath = (one: Outdated, other: Outdated): number => (one.path < other.path ? -1 : 1)
