import type { FleetSource, LocatedProblem } from '../located-problem.ts'

/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>

/** A module that loads, but whose default export is not what `defineFleet` makes. */
export const wrongExport = (exported: Exports, { file }: FleetSource): LocatedProblem => ({
  rule: 'fleet-export',
  place: [],
  file,
  ...('default' in exported ? wrongDefault(exported.default) : noDefault(Object.keys(exported))),
})

type Message = Pick<LocatedProblem, 'fix' | 'reason'>

const fix = 'write export default defineFleet({ … })'

const noDefault = (names: readonly string[]): Message => ({
  reason: `the file exports ${names.length === 0 ? 'nothing' : `${names.join(', ')}, but no fleet by default`}`,
  fix,
})

const wrongDefault = (value: unknown): Message => ({
  reason: `the default export is ${kindOf(value)}, not what defineFleet makes`,
  fix: value instanceof Promise ? 'write await after export default' : fix,
})

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (value instanceof Promise) return 'a promise'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
