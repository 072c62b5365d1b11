import { leavesOf } from '../../check/leaves.ts'
import { mapIn } from '../../check/map-in.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import { bytesIn } from '../../objects/kubernetes/quantity.ts'
import type { Finding, Hazard } from './hazard.ts'
import { secondsIn } from './seconds-in.ts'
import { everythingTold, ofTold } from './subject.ts'

/** Data is kept for a shorter time, or less of it. */
export const retentionShortened: Hazard = {
  name: 'retention-shortened',
  among: (subject) =>
    everythingTold(subject).flatMap((told) => {
      const now = retentions(told.after)
      return [...retentions(told.before)].flatMap(([where, before]): readonly Finding[] => {
        const after = now.get(where)
        if (after === undefined || !isLess(after, before)) return []
        return [ofTold(told, `keeps data for ${after} instead of ${before} (${where})`, because)]
      })
    }),
}

const because =
  'What is older is deleted soon after this is applied, and nothing brings it back. Check that nobody needs it, or copy it first.'

/** Zero means for ever, or as the program likes. */
const isLess = (after: string, before: string): boolean => {
  const [was, is] = [amount(before), amount(after)]
  if (was === undefined || is === undefined || was.unit !== is.unit || is.size === 0) return false
  return was.size === 0 || is.size < was.size
}

const amount = (text: string): { readonly size: number; readonly unit: string } | undefined => {
  const seconds = secondsIn(text)
  if (seconds !== undefined) return { size: seconds, unit: 'seconds' }
  if (/^\d+$/.test(text)) return { size: Number(text), unit: '' }
  // Prometheus writes sizes with a B behind.
  const bytes = bytesIn(text.replace(/B$/, ''))
  return bytes === undefined ? undefined : { size: bytes, unit: 'bytes' }
}

/** How long data is kept, wherever something is told so: in a field, an argument, or the text of a configuration. */
const retentions = (told: unknown): ReadonlyMap<string, string> =>
  new Map(
    told === undefined
      ? []
      : leavesOf(told).flatMap(({ path, value }): readonly (readonly [string, string])[] => {
          const byFlag = /^--?([\w.-]*retention[\w.-]*)=(.+)$/i.exec(String(value))
          if (byFlag !== null) return [[byFlag[1]!, byFlag[2]!]]
          if (isConfiguration(path, value))
            return [...retentions(mapIn(value))].map(([where, text]) => [`${path.at(-1)}: ${where}`, text])
          return isRetention(path) && isAmount(value) ? [[path.join('.'), String(value)]] : []
        }),
  )

const isConfiguration = (path: readonly string[], value: unknown): boolean =>
  path[0] === 'data' &&
  path.length === 2 &&
  typeof value === 'string' &&
  /retention/i.test(value) &&
  isRecord(mapIn(value))

const isAmount = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && amount(String(value)) !== undefined

/** Not how often it is looked at, nor how long a deletion is put off. */
const isRetention = (path: readonly string[]): boolean => {
  const [key = '', above = ''] = [path.at(-1), path.at(-2)]
  if (/delay|interval|count|worker/i.test(key)) return false
  return /retention/i.test(key) || (/^retention$/i.test(above) && /^(time|size|days|period)$/i.test(key))
}
