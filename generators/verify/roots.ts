import type { TreeReader } from '../output/tree-reader.ts'

/** What a person applies to hand a cluster's folder to Argo CD. */
const argoBootstrap = 'bootstrap.yaml'

/** What a controller starts from in a cluster. Paths are from the root of the repository. */
export interface Roots {
  /** Built by kustomize. */
  readonly folders: readonly string[]
  /** Applied as they stand. */
  readonly files: readonly string[]
}

/**
 * Argo CD builds a cluster's folder as its kustomization says. Flux, which finds none there, builds it as the sum of its
 * subfolders; its own `flux-system` is not ours to prove.
 */
export const rootsOf = (cluster: string, tree: TreeReader): Roots => {
  const folder = `clusters/${cluster}`
  if (tree.files(folder).includes(argoBootstrap)) return { folders: [folder], files: [`${folder}/${argoBootstrap}`] }
  const subfolders = tree.folders(folder).filter((name) => name !== 'flux-system')
  return { folders: subfolders.map((name) => `${folder}/${name}`), files: [] }
}
