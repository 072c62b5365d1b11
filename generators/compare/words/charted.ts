import { count } from '../../review/count.ts'
import type { ObjectChange } from '../change.ts'
import { imageWords } from './images.ts'
import { leavesOf } from './telling.ts'

/** What the chart makes of it: its images, and how many objects come of it. */
export const chartedWords = (objects: readonly ObjectChange[], component: string): readonly string[] => {
  const images = objects.flatMap((object) => imageWords({ component, object, leaves: leavesOf(object.fields) }).words)
  const counts = (['changed', 'added', 'removed'] as const)
    .map((what) => ({ what, number: objects.filter((one) => one.what === what).length }))
    .filter(({ number }) => number > 0)
    .map(({ what, number }, index) => `${index === 0 ? count(number, 'object') : number} ${what}`)
  return [...new Set(images), `out of the chart: ${counts.length === 0 ? 'no other objects' : counts.join(', ')}`]
}
