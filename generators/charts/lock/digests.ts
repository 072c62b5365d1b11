import type { Problem } from '../../problem.ts'
import { type Track, untold } from '../../progress.ts'
import { orUnknown, questionsAtOnce } from '../keeping/outdated.ts'
import { type UsedChart, versionKey } from '../keeping/used-charts.ts'
import { fewAtOnce } from '../registry/few-at-once.ts'
import type { Registry } from '../registry/registry.ts'
import { type ChartLock, chartLock, type LockedChart, lockFile } from './chart-lock.ts'
import { unlocked } from './unlocked.ts'

/** What locking comes to: the lock as it shall be, and how it differs from the one that is there. */
export interface Locking {
  readonly charts: readonly LockedChart[]
  readonly added: readonly LockedChart[]
  /** Locked before as something else. */
  readonly moved: readonly LockedChart[]
  /** Charts that nobody uses any more. */
  readonly dropped: readonly LockedChart[]
  /** What could not be asked. With any of these, nothing should be written. */
  readonly problems: readonly Problem[]
}

const empty = chartLock([])

/**
 * Locks what is used and not locked yet. What is locked stays: whoever moved a tag shall not get in by the next lock.
 * With `update`, all registries are asked anew.
 */
export const locking = async (
  used: readonly UsedChart[],
  lock: ChartLock = empty,
  registry: Registry,
  { update, track = untold }: { readonly update: boolean; readonly track?: Track },
): Promise<Locking> => {
  const asked = await digestsOf(
    used.filter((chart) => update || lock.digestOf(chart) === undefined),
    registry,
    track,
  )
  const now = chartLock(asked.charts)
  const charts = used.flatMap(({ name, url, version }) => {
    const digest = now.digestOf({ name, url, version }) ?? lock.digestOf({ name, url, version })
    return digest === undefined ? [] : [{ name, url, version, digest }]
  })
  const wanted = chartLock(charts)
  return {
    charts,
    added: charts.filter((chart) => lock.digestOf(chart) === undefined),
    moved: charts.filter((chart) => ![undefined, chart.digest].includes(lock.digestOf(chart))),
    dropped: lock.charts.filter((chart) => wanted.digestOf(chart) === undefined),
    problems: asked.problems,
  }
}

/** Holds a lock against the fleet and against the registries. */
export const lockProblems = async (
  used: readonly UsedChart[],
  lock: ChartLock,
  registry: Registry,
  track: Track = untold,
): Promise<readonly Problem[]> => {
  const { charts, problems } = await digestsOf(
    used.filter((chart) => lock.digestOf(chart) !== undefined),
    registry,
    track,
  )
  const now = chartLock(charts)
  const found = used.flatMap((chart) => {
    const locked = lock.digestOf(chart)
    if (locked === undefined) return [unlocked(chart)]
    const digest = now.digestOf(chart)
    return digest === undefined || digest === locked ? [] : [moved(chart, locked, digest)]
  })
  const wanted = new Set(used.map(versionKey))
  const unused = lock.charts.filter((chart) => !wanted.has(versionKey(chart))).map(needless)
  return [...problems, ...found, ...unused]
}

interface Digests {
  readonly charts: readonly LockedChart[]
  readonly problems: readonly Problem[]
}

const digestsOf = async (used: readonly UsedChart[], registry: Registry, track: Track): Promise<Digests> => {
  const progress = track('asking registries', used.length)
  const answers = await fewAtOnce(questionsAtOnce, used, async (chart): Promise<Digests> => {
    const digest = await orUnknown(() => registry.digest(chart, chart.version))
    progress.step(`${chart.name} ${chart.version}`)
    return typeof digest === 'string'
      ? { charts: [{ ...chart, digest }], problems: [] }
      : { charts: [], problems: [unknown(chart, digest.unknown)] }
  })
  progress.done()
  return {
    charts: answers.flatMap(({ charts }) => charts),
    problems: answers.flatMap(({ problems }) => problems),
  }
}

const moved = ({ name, version, place }: UsedChart, locked: string, now: string): Problem => ({
  rule: 'chart-moved',
  place,
  reason: `${name} ${version} was ${locked} when it was locked, and is ${now} now`,
  fix: 'ask who published it again, and why; when that is well so, run npx zx scripts/charts.mjs lock --update',
})

const unknown = ({ place }: UsedChart, reason: string): Problem => ({
  rule: 'chart-registry',
  place,
  reason,
  fix: 'try again, or correct the address of the chart or its version',
})

const needless = ({ name, version }: LockedChart): Problem => ({
  rule: 'chart-lock',
  place: [],
  file: lockFile,
  reason: `${name} ${version} is locked, and nothing uses it`,
  fix: 'run npx zx scripts/charts.mjs lock',
})
