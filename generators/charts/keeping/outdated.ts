import { grouped } from '../../grouped.ts'
import { type Track, untold } from '../../progress.ts'
import { Unanswered } from '../registry/ask.ts'
import { fewAtOnce } from '../registry/few-at-once.ts'
import { isSameVersion, type Newer, newerThan } from '../registry/newer.ts'
import type { Registry } from '../registry/registry.ts'
import type { UsedChart } from './used-charts.ts'

/** What its registry has beside a chart's version. */
export type Standing =
  | {
      readonly newer: Newer
      /** The version itself is not there any more. */
      readonly isGone: boolean
    }
  | { readonly unknown: string }

/** A used chart, and how it stands against its registry. */
export type Examined = UsedChart & Standing

/** Registries are shared with everybody: more at once would be no faster, and may be refused. */
export const questionsAtOnce = 6

/** Asks the registries of charts for their versions, each chart once. */
export const examined = async (
  used: readonly UsedChart[],
  registry: Registry,
  track: Track = untold,
): Promise<readonly Examined[]> => {
  const charts = [...grouped(used, ({ name, url }) => `${url} ${name}`).values()]
  const progress = track('asking registries', charts.length)
  const answers = await fewAtOnce(questionsAtOnce, charts, async (versions) => {
    const all = await orUnknown(() => registry.versions(versions[0]!))
    progress.step(versions[0]!.name)
    return versions.map((one) => ({ ...one, ...standing(one.version, all) }))
  })
  progress.done()
  return answers.flat()
}

/** Whether there is something to do about a chart, or to find out. */
export const isOutdated = (one: Examined): boolean =>
  'unknown' in one || one.isGone || Object.keys(one.newer).length > 0

/** What a registry answers, or why it does not: whoever asks many goes on with the others. */
export const orUnknown = async <T>(ask: () => Promise<T>): Promise<T | { readonly unknown: string }> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Unanswered) return { unknown: error.message }
    throw error
  }
}

const standing = (version: string, all: readonly string[] | { readonly unknown: string }): Standing =>
  'unknown' in all ? all : { newer: newerThan(version, all), isGone: !all.some((one) => isSameVersion(one, version)) }
