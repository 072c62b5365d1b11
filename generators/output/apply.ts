import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Problem } from '../problem.ts'
import { ancestry } from './directory.ts'
import { glance } from './glance.ts'
import { intend, remember } from './memory.ts'
import { type Stage, stage } from './stage.ts'
import type { Survey } from './survey.ts'
import { type Move, swap } from './swap.ts'
import { cannotWrite, isSystemError } from './system-error.ts'
import { stagingFolder, type WorkTree } from './work-tree.ts'
import type { StagedAhead } from './write-ahead.ts'
import { inputHash, isSameFile, merged } from './written.ts'

/** What a tree is made of. */
export interface Origin {
  /** Sums up everything that a render depends on besides the disk: the fleet, the program, its options. */
  readonly fingerprint: string
  /** The files of people that were read, as they were read. Default none. */
  readonly inputs?: ReadonlyMap<string, string | undefined> | undefined
}

/** What was staged before the survey. */
export interface Prepared {
  readonly staging: string
  readonly ahead: StagedAhead
}

/**
 * Makes the disk what the survey wants it to be, and remembers it. All or nothing: what the system refuses, it refuses
 * before the first file is replaced, or every step is taken back. The caller holds the lock.
 *
 * An intent that came to nothing stays behind, as that of a killed render does: the next one sees what became of it.
 */
export function apply(tree: WorkTree, survey: Survey, origin: Origin, prepared?: Prepared): Problem[] {
  try {
    const staging = prepared?.staging ?? openStaging(tree)
    const problems = replace(tree, staging, survey, origin, prepared?.ahead)
    rmSync(staging, { recursive: true, force: true })
    if (problems.length > 0) return problems
    removeEmpty(tree.root, survey.vacated)
    remember(tree)
    return []
  } catch (error) {
    return [cannotWrite(tree.root, error)]
  }
}

function replace(
  tree: WorkTree,
  staging: string,
  survey: Survey,
  origin: Origin,
  ahead: StagedAhead | undefined,
): Problem[] {
  const { root } = tree
  try {
    const staged = stage(root, arrivals(staging), survey, ahead)
    intend(tree, { ...noted(origin), files: merged(survey.kept, staged.files) })
    const problems = changesSince(root, survey, staged)
    if (problems.length === 0) swap(movesOf(root, staging, survey, staged))
    return problems
  } catch (error) {
    return [cannotWrite(root, error)]
  }
}

const noted = ({ fingerprint, inputs = new Map() }: Origin) => ({
  fingerprint,
  inputs: Object.fromEntries(Array.from(inputs, ([path, content]) => [path, inputHash(content)])),
})

/** What a person changed between our look and now. */
function changesSince(root: string, { created, changed, pruned }: Survey, { arriving }: Stage): Problem[] {
  const appeared = created.filter(({ path }) => arriving.has(path) && glance(`${root}/${path}`) !== undefined)
  const edited = [...changed, ...pruned].filter(({ path, seen }) => {
    const stat = glance(`${root}/${path}`)
    return stat === undefined || !isSameFile(stat, seen)
  })
  return [...appeared, ...edited].map(({ path }) => ({
    rule: 'changed-meanwhile',
    place: [],
    file: path,
    reason: `${path} changed while we rendered`,
    fix: 'render again',
  }))
}

/** What leaves goes first, and JSON before the kustomization that tells that it is ours. */
function movesOf(root: string, staging: string, { changed, pruned }: Survey, { folder, arriving }: Stage): Move[] {
  const isJson = ({ path }: { readonly path: string }): boolean => path.endsWith('.json')
  const leaving = [...pruned.filter(isJson), ...pruned.filter((file) => !isJson(file))]
  const replaced = new Set(changed.map(({ path }) => path))
  return [
    ...leaving.map(({ path }, index) => ({ from: `${root}/${path}`, to: `${staging}/pruned-${index}` })),
    ...Array.from(arriving, (path, index) => ({
      from: `${folder}/${path}`,
      to: `${root}/${path}`,
      backup: replaced.has(path) ? `${staging}/replaced-${index}` : undefined,
    })),
  ]
}

/** Where new files wait. */
export const arrivals = (staging: string): string => `${staging}/new`

/** An empty folder, whatever a killed render left there. Git shall not see it, should it stand in the root. */
export function openStaging(tree: WorkTree): string {
  const staging = stagingFolder(tree)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging)
  writeFileSync(`${staging}/.gitignore`, '*\n')
  return staging
}

/** Removes directories that hold nothing any more, and those above them that then hold nothing either. */
function removeEmpty(root: string, directories: Iterable<string>): void {
  for (const directory of directories) for (const at of ancestry(directory)) if (!isGone(`${root}/${at}`)) break
}

/** Whether the directory is gone, now or before. One that holds something stays. */
function isGone(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch (error) {
    if (!isSystemError(error)) throw error
    return error.code === 'ENOENT'
  }
}
