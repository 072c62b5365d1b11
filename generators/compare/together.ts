import { grouped } from '../grouped.ts'
import type { Unbuilt } from './deployed.ts'

/** Folders that could not be built, each once a state with all its clusters. */
export const together = (unbuilt: readonly Unbuilt[]): readonly Unbuilt[] =>
  [...grouped(unbuilt, ({ state, folder }) => `${state} ${folder}`).values()].map((same) => ({
    ...same[0]!,
    clusters: [...new Set(same.flatMap(({ clusters }) => clusters))].sort(),
  }))
