import { report, type Walk } from './finding.ts'
import type { Counts } from './schema.ts'

/** Checks how many fields an object has. Most schemas say nothing of it, which must cost nothing. */
export const checkCounts = (value: Readonly<Record<string, unknown>>, counts: Counts, walk: Walk): void => {
  const { minProperties, maxProperties, exactlyOneOf, atLeastOneOf } = counts
  if (minProperties !== undefined || maxProperties !== undefined) {
    const { length } = Object.keys(value)
    if (length < (minProperties ?? 0)) report(walk, 'has too few fields', `write at least ${minProperties}`)
    if (length > (maxProperties ?? length)) report(walk, 'has too many fields', `write at most ${maxProperties}`)
  }
  if (exactlyOneOf !== undefined) checkChoice(value, exactlyOneOf, walk, true)
  if (atLeastOneOf !== undefined) checkChoice(value, atLeastOneOf, walk, false)
}

const checkChoice = (
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  walk: Walk,
  single: boolean,
): void => {
  const given = names.filter((name) => value[name] !== undefined && value[name] !== null)
  if (given.length === 0) report(walk, 'lacks a field', `add ${single ? 'one' : 'some'} of ${names.join(', ')}`)
  else if (single && given.length > 1) report(walk, `has both ${given.join(' and ')}`, 'keep one of them')
}
