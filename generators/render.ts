import { lockFile, readLock } from './charts/lock/chart-lock.ts'
import { folderCheck } from './check/folder.ts'
import { judge } from './check/judge.ts'
import type { Standing } from './check/rule.ts'
import type { Schemas } from './check/schema/schemas.ts'
import { subjects } from './check/subjects.ts'
import { exceptions } from './check/switched-off.ts'
import type { File, Run } from './file.ts'
import { complete } from './fleet/complete/complete.ts'
import type { CompleteFleet } from './fleet/complete/complete-fleet.ts'
import type { Exception } from './fleet/exceptions.ts'
import type { Fleet } from './fleet/fleet.ts'
import { layouts } from './layout/layout.ts'
import { printer } from './layout/print.ts'
import type { Exporters } from './metrics/exporters.ts'
import { plan } from './plan/plan.ts'
import { secretFiles } from './plan/secrets.ts'
import { strangers } from './plan/strangers.ts'
import type { Problem } from './problem.ts'
import { type Track, untold } from './progress.ts'

/** The fleet with its defaults filled in, and the files of people that must be read to check it. */
export interface Thought {
  readonly fleet: CompleteFleet
  readonly problems: readonly Problem[]
  /** Paths from the root of the repository. */
  readonly reads: readonly string[]
}

/** fleet → complete. */
export const think = (given: Fleet): Thought => {
  const { fleet, problems } = complete(given)
  return { fleet, problems: [...problems, ...strangers(fleet)], reads: [lockFile, ...secretFiles(fleet)] }
}

/** What a render needs besides the fleet. */
export interface RenderInputs {
  /** Text of each file that the thought names; undefined for one that is not there. */
  readonly inputs: ReadonlyMap<string, string | undefined>
  readonly schemas: Schemas
  /** Whose series dashboards and rules may ask for. Default: nobody knows of any, and queries are not judged. */
  readonly exporters?: Exporters | undefined
  /** The tree as it stands. Default: there is none. */
  readonly standing?: Standing
  /** Names of the clusters to render. What other clusters alone read is neither rendered nor checked. Default: all. */
  readonly only?: ReadonlySet<string> | undefined
  /** Told how it goes on, cluster by cluster. Default: nobody. */
  readonly progress?: Track | undefined
}

/** What a render comes to. */
export interface Verdict {
  /** When there are any, nothing may be written. */
  readonly problems: readonly Problem[]
  /** The exceptions of the fleet without which there would be more. */
  readonly switchedOff: readonly Exception[]
}

/**
 * plan → objects → files → check, cluster by cluster. Yields files as they come, folder by folder; whoever takes them must
 * not let them count before the end, which returns the problems: when there are any, nothing may be written, and no more
 * files come.
 */
export function* render(thought: Thought, settings: RenderInputs): Generator<Run, Verdict> {
  const lock = lockIn(settings.inputs)
  const problems: Problem[] = [...thought.problems, ...lock.problems]
  const { remaining, needed, needless } = exceptions(thought.fleet.exceptions)
  const subjectOf = subjects({ ...settings, ...lock })
  const checkFolder = folderCheck(settings.schemas)
  const foldersOf = layouts(thought.fleet, lock.lock)
  const print = printer()
  const { only, progress = untold } = settings
  const rendering = progress('rendering clusters', only?.size ?? thought.fleet.clusters.length)
  try {
    for (const cluster of plan(thought.fleet, only)) {
      const subject = subjectOf(cluster)
      problems.push(...cluster.problems, ...remaining(judge(subject)))
      for (const folder of foldersOf(cluster)) {
        problems.push(...checkFolder(folder))
        // What is wrong may have no good name or cannot be printed.
        if (problems.length === 0) yield print(folder)
      }
      rendering.step()
    }
  } finally {
    rendering.done()
  }
  // An exception may be for what was not rendered, or not reached.
  const isWhole = only === undefined && problems.length === 0
  return { problems: isWhole ? needless() : problems, switchedOff: needed() }
}

/** Without a file there is no lock, and charts are taken by their versions. */
const lockIn = (inputs: RenderInputs['inputs']) => {
  const text = inputs.get(lockFile)
  const lock = text === undefined ? undefined : readLock(text)
  return lock !== undefined && 'problem' in lock ? { problems: [lock.problem] } : { problems: [], lock }
}

export interface Rendered extends Verdict {
  readonly files: readonly File[]
}

/** A whole render at once. */
export const rendered = (thought: Thought, settings: RenderInputs): Rendered => {
  const files: File[] = []
  const steps = render(thought, settings)
  for (;;) {
    const next = steps.next()
    if (next.done === true) return { files, ...next.value }
    files.push(...next.value.files)
  }
}
