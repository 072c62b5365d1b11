import type { ChangeGroup } from '../../compare/review.ts'
import type { Detail } from './group.ts'

/** How much is told. */
export interface Told {
  /** Of each group, in their order. */
  readonly details: readonly Detail[]
  /** How many groups at the end are left out. */
  readonly left: number
  /** How many risks are told at most. */
  readonly risks: number
}

/**
 * The longest text that fits. From the end of the list, where what matters least stands, differences are left out first,
 * then all but a line of each group, then groups; risks come last of all.
 */
export const fitted = (groups: readonly ChangeGroup[], limit: number, write: (told: Told) => string): string => {
  const steps = groups.length
  const last = 3 * steps
  const fits = (step: number): boolean => write(toldAt(step, steps)).length <= limit
  if (fits(0)) return write(toldAt(0, steps))
  // The text gets shorter with every step, so the first that fits is found by halving.
  let tooLong = 0
  let fitting = last
  while (fitting - tooLong > 1) {
    const middle = Math.floor((tooLong + fitting) / 2)
    if (fits(middle)) fitting = middle
    else tooLong = middle
  }
  return fits(fitting) ? write(toldAt(fitting, steps)) : withFewerRisks(steps, limit, write)
}

const toldAt = (step: number, groups: number): Told => ({
  details: Array.from({ length: groups }, (_, index) => detailAt(step, groups, groups - 1 - index)),
  left: Math.max(0, step - 2 * groups),
  risks: Number.POSITIVE_INFINITY,
})

const detailAt = (step: number, groups: number, fromEnd: number): Detail => {
  if (step - groups > fromEnd) return 'line'
  return step > fromEnd ? 'brief' : 'full'
}

const withFewerRisks = (groups: number, limit: number, write: (told: Told) => string): string => {
  const told = toldAt(3 * groups, groups)
  let risks = 128
  while (risks > 0 && write({ ...told, risks }).length > limit) risks = Math.floor(risks / 2)
  return write({ ...told, risks })
}
