import { placeInHeader } from '../output/header.ts'
import type { Built } from '../output/kustomize.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { BuiltFolder } from './built-folder.ts'
import { readBack } from './folder-problems.ts'
import { objectsIn } from './objects-in.ts'
import { rootsOf } from './roots.ts'
import { type Unit, unitsIn } from './units.ts'

/** What controllers make of the tree with kustomize alone. */
export interface BuiltTree {
  /** The folders that they start from. */
  readonly started: readonly BuiltFolder[]
  /** All folders that they build, those among them. */
  readonly all: readonly BuiltFolder[]
  /** What people apply as it stands. */
  readonly applied: readonly BuiltFolder[]
  /** What then applies the rest, cluster by cluster. */
  readonly units: readonly (readonly Unit[])[]
}

interface Tools {
  readonly tree: TreeReader
  /** Builds folders; says in a few words what they are. */
  readonly build: (folders: readonly string[], what: string) => Promise<readonly Built[]>
}

export const builtTree = async (clusters: readonly string[], { tree, build }: Tools): Promise<BuiltTree> => {
  const built = async (folders: readonly string[], what: string) =>
    (await build(folders, what)).map((one) => readBack(one, tree))
  const roots = clusters.map((cluster) => rootsOf(cluster, tree))
  const started = await built(
    roots.flatMap(({ folders }) => folders),
    'building clusters',
  )
  const units = roots.map(({ folders }) =>
    unitsIn(started.filter(({ folder }) => folders.includes(folder)).flatMap(({ objects }) => objects)),
  )
  const known = new Set(started.map(({ folder }) => folder))
  const wanted = new Set(units.flat().flatMap(({ folders }) => folders))
  const present = [...wanted].filter((folder) => !known.has(folder) && tree.isFolder(folder)).sort()
  return {
    started,
    all: [...started, ...(await built(present, 'building what they apply'))],
    applied: roots.flatMap(({ files }) => files.map((file) => asItStands(file, tree))),
    units,
  }
}

const asItStands = (file: string, tree: TreeReader): BuiltFolder => {
  const text = tree.text(file)
  return { folder: file, place: placeInHeader(text) ?? [], objects: objectsIn(text) }
}
