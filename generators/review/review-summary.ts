import type { Review } from '../compare/review.ts'
import { count } from './count.ts'

/** What changes, in numbers. */
export const reviewSummary = ({ totals: { clusters, objects, files }, groups }: Review): string => {
  if (groups.length === 0) return 'No cluster would see a difference.'
  const { added, changed, removed } = objects
  const parts = [
    [changed, 'changed'],
    [added, 'added'],
    [removed, 'removed'],
  ] as const
  const told = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${count(number, 'object')} ${what}`]))
  const reach = `${clusters.changed} of ${count(clusters.all, 'cluster')} ${clusters.changed === 1 ? 'changes' : 'change'}`
  return `${[reach, ...told].join(', ')}, by ${count(files, 'rendered file')}.`
}
