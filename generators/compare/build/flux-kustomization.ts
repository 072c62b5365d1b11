import type { File } from '../../file.ts'
import type { TreeReader } from '../../output/tree-reader.ts'
import { isKustomizationFile } from './reach.ts'

/**
 * The kustomization that Flux makes up for a folder which has none: every YAML file in it and below, and as a whole each
 * folder below that has one. Nothing where there is one, or no folder.
 */
export const fluxKustomization = (folder: string, tree: TreeReader): readonly File[] => {
  if (!tree.isFolder(folder) || tree.files(folder).some(isKustomizationFile)) return []
  const resources = resourcesBelow(folder, tree).map((path) => path.slice(folder.length + 1))
  return [{ path: `${folder}/kustomization.yaml`, content: `resources: ${JSON.stringify(resources)}\n` }]
}

const resourcesBelow = (folder: string, tree: TreeReader): readonly string[] => [
  ...tree
    .files(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`),
  ...tree
    .folders(folder)
    .map((name) => `${folder}/${name}`)
    .flatMap((below) => (tree.files(below).some(isKustomizationFile) ? [below] : resourcesBelow(below, tree))),
]
