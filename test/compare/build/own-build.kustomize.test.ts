import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ownBuild } from '../../../generators/compare/build/own-build.ts'
import { parsing } from '../../../generators/compare/build/parsing.ts'
import { withoutHashes } from '../../../generators/compare/build/without-hashes.ts'
import { identityKey, identityOf } from '../../../generators/compare/identity.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { buildAll, findKustomize } from '../../../generators/output/kustomize.ts'
import { type TreeReader, treeReader } from '../../../generators/output/tree-reader.ts'
import { objectsIn } from '../../../generators/verify/objects-in.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Every folder with a kustomization: those that controllers build, and the layers that they are built upon. */
const foldersIn = (tree: TreeReader, folder: string): readonly string[] => [
  ...(tree.files(folder).includes('kustomization.yaml') ? [folder] : []),
  ...tree.folders(folder).flatMap((name) => foldersIn(tree, `${folder}/${name}`)),
]

const byIdentity = (objects: readonly KubernetesObject[]) =>
  new Map(objects.map((object) => [identityKey(identityOf(object)), object]))

test.each([
  ['.', 62],
  ['test/golden/two-clusters', 20],
])(
  'every folder of the tree at %s comes to the same objects here and in kustomize',
  async (start, atLeast) => {
    const tree = treeReader(`${root}/${start}`)
    const folders = ['clusters', 'apps', 'infrastructure'].flatMap((top) => foldersIn(tree, top))
    const build = ownBuild(parsing())
    for (const built of await buildAll((await findKustomize(root))!, `${root}/${start}`, folders)) {
      const { folder } = built
      expect(built, folder).not.toHaveProperty('error')
      const theirs = 'yaml' in built ? withoutHashes(objectsIn(built.yaml)) : []
      const ours = build(tree, folder)?.map(({ object }) => object)
      expect(byIdentity(ours ?? []), folder).toEqual(byIdentity(theirs))
      expect(ours, folder).toHaveLength(theirs.length)
    }
    expect(folders.length).toBeGreaterThanOrEqual(atLeast)
  },
  300_000,
)
