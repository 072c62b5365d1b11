import { grouped } from '../grouped.ts'
import { environmentIn } from '../layout/readme/environment.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { ClustersByEnvironment } from './risks/review-hazard.ts'

/** Every cluster of a tree, by the environment that its README names. One that names none is left out. */
export const clustersByEnvironment = (tree: TreeReader): ClustersByEnvironment => {
  const named = tree.folders('clusters').flatMap((cluster) => {
    const readme = `clusters/${cluster}/README.md`
    const environment = tree.isFile(readme) ? environmentIn(tree.text(readme)) : undefined
    return environment === undefined ? [] : [{ cluster, environment }]
  })
  const groups = grouped(named, ({ environment }) => environment)
  return new Map([...groups].map(([environment, all]) => [environment, all.map(({ cluster }) => cluster)]))
}
