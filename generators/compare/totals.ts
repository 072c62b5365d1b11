import type { Change, What } from './change.ts'
import type { ComparedPair } from './changes.ts'
import type { Totals } from './review.ts'
import type { TreeState } from './state.ts'

/** How much changes: objects in all clusters together, with those by which their controllers handle them. */
export const totalsOf = (
  compared: readonly ComparedPair[],
  clusters: number,
  states: readonly [before: TreeState, after: TreeState],
): Totals => {
  const count = (what: What): number => compared.reduce((sum, { change }) => sum + countOf(change.change, what), 0)
  return {
    clusters: { changed: new Set(compared.map(({ change }) => change.cluster)).size, all: clusters },
    objects: { added: count('added'), changed: count('changed'), removed: count('removed') },
    files: differing(...states),
  }
}

const countOf = ({ objects, control, charted = [] }: Change, what: What): number =>
  [objects, control, charted].reduce((sum, those) => sum + those.filter((one) => one.what === what).length, 0)

/** The fleet itself is not rendered. */
const differing = (before: TreeState, after: TreeState): number =>
  [...new Set([...before.files.keys(), ...after.files.keys()])].filter(
    (path) => path !== 'generators/fleet.ts' && before.files.get(path) !== after.files.get(path),
  ).length
