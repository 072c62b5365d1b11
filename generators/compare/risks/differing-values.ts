import { isRecord } from '../../fleet/checks/check.ts'
import type { Values } from '../../fleet/component.ts'
import { equal } from '../../plan/values.ts'

/**
 * Two sets of values without the maps that are the same in both, so that what is large and hardly changes is looked at once.
 * Whatever stands beside something that differs is kept: it may say what that means.
 */
export const differingValues = (before: Values, after: Values): readonly [before: Values, after: Values] => {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const isMap = (key: string): boolean => isRecord(before[key]) && isRecord(after[key])
  if ([...keys].some((key) => !isMap(key) && !equal(before[key], after[key]))) return [before, after]
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const key of keys) {
    const [old, now] = [before[key], after[key]]
    if (isRecord(old) && isRecord(now)) {
      if (!equal(old, now)) [was[key], is[key]] = differingValues(old, now)
    } else [was[key], is[key]] = [old, now]
  }
  return [was, is]
}
