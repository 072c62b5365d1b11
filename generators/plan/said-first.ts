import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import type { Draft } from './draft.ts'

const nothingSaid = { after: [], problems: [] }

/** Components that must come first because the fleet says so. */
export const saidToPrecede = (
  draft: Draft,
  drafts: readonly Draft[],
): { readonly after: readonly Draft[]; readonly problems: readonly Problem[] } => {
  if (draft.options.after === undefined) return nothingSaid
  const beside = drafts.filter(({ namespace, name }) => namespace === draft.namespace && name !== draft.name)
  const names = Array.isArray(draft.options.after) ? draft.options.after.map(String) : []
  const missing = names.filter((name) => !beside.some((one) => one.name === name))
  return {
    after: beside.filter(({ name }) => names.includes(name)),
    problems: missing.map((name) => {
      const guess = nearest(
        name,
        beside.map((one) => one.name),
      )
      return {
        rule: 'known-component',
        place: [...draft.place, 'after'],
        reason: `no other component in ${draft.namespace} is called '${name}'`,
        fix: guess === undefined ? 'name a component of the same namespace' : `write '${guess}'`,
      }
    }),
  }
}
