import { rootsOf } from '../verify/roots.ts'
import { isKustomizationFile, rootedPath, rootedWordsIn } from './build/reach.ts'
import type { Sides } from './sides.ts'

/** A folder that a controller of a cluster starts from, and that leads to something that differs. */
export interface Root {
  readonly cluster: string
  readonly folder: string
  /** The files of units that lead there. Undefined where the folder itself differs: then all of it counts. */
  readonly wanted?: ReadonlySet<string>
}

/** The folders whose units must be looked at: what is the same in both states, and all it leads to, is left out. */
export const changedRoots = (sides: Sides): readonly Root[] => {
  const { before, after, changedIn } = sides
  const leadsToChange = leading(sides)
  return clustersIn(sides).flatMap((cluster) => {
    const folders = new Set([before, after].flatMap(({ tree }) => rootsOf(cluster, tree).folders))
    return [...folders].flatMap((folder): readonly Root[] => {
      if (changedIn(folder).length > 0) return [{ cluster, folder }]
      const wanted = sides.filesOf(folder).filter((file) => /\.ya?ml$/.test(file) && leadsToChange(file))
      if (wanted.length === 0) return []
      return wanted.some(isKustomizationFile) ? [{ cluster, folder }] : [{ cluster, folder, wanted: new Set(wanted) }]
    })
  })
}

export const clustersIn = ({ before, after }: Sides): readonly string[] =>
  [...new Set([before, after].flatMap(({ tree }) => tree.folders('clusters')))].sort()

/** Whether a file that is the same in both states names a file or folder that is not. */
const leading = ({ after, differs, changedIn }: Sides): ((file: string) => boolean) => {
  const known = new Map<string, boolean>()
  const isChanged = (word: string): boolean => {
    const before = known.get(word)
    if (before !== undefined) return before
    const path = rootedPath(word)
    const changed = differs(path) || changedIn(path).length > 0
    known.set(word, changed)
    return changed
  }
  return (file) => rootedWordsIn(after.tree.text(file)).some(isChanged)
}
