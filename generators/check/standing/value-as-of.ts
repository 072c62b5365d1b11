import type { Placement } from '../../plan/placement.ts'
import { foldersOf, stood } from './folders.ts'
import { scalarAt } from './scalar-at.ts'

type Read = (path: string) => string | undefined

/** What a chart was told at a path, all layers together, when their files read so. */
export const valueAsOf = (read: Read, placement: Placement, path: string): string | undefined => {
  if (!stood(read, placement)) return undefined
  for (const { folder, values } of foldersOf(placement).toReversed()) {
    const value = scalarAt(read(`${folder}/${values}`) ?? '', path.split('.'))
    // By null a layer takes away what stands above it.
    if (value !== undefined) return value === 'null' ? undefined : value
  }
  return undefined
}
