import type { SchemaFile } from '../check/schema/schema-file.ts'
import type { Schemas } from '../check/schema/schemas.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Built } from '../output/kustomize.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { Problem } from '../problem.ts'
import type { Track } from '../progress.ts'
import type { BuiltFolder } from './built-folder.ts'
import { builtTree } from './built-tree.ts'
import { withDefinitions } from './definitions.ts'
import { folderProblems, objectProblems } from './folder-problems.ts'
import type { Proof } from './proof.ts'
import { type Ask, asked } from './questions/asked.ts'
import { questionsOf } from './questions/questions.ts'
import { argoReleases } from './releases/argo-releases.ts'
import { fluxReleases } from './releases/flux-releases.ts'
import { type RenderRelease, renderedReleases } from './releases/rendered.ts'
import { twoOwners } from './two-owners.ts'
import { unitProblems } from './unit-problems.ts'

/** What the verification needs of the world: a look into the tree, a kustomize, and whatever other programs there are. */
export interface VerifyTools {
  readonly tree: TreeReader
  readonly build: (folders: readonly string[], what: string) => Promise<readonly Built[]>
  readonly schemas: Schemas
  /** The data file that a name stands for among the schemas. */
  readonly readSchema: (file: string) => SchemaFile
  readonly ask: Ask
  readonly renderRelease: RenderRelease
  /** Told how it goes on. Default: nobody. */
  readonly progress?: Track
}

export interface Verified {
  readonly clusters: readonly string[]
  readonly folders: number
  readonly objects: number
  readonly proofs: readonly Proof[]
  readonly problems: readonly Problem[]
}

/**
 * Builds every folder that a controller of a cluster would build and renders every release, checks every object that comes
 * out, and lets the programs that will read them read the configurations in there.
 */
export const verify = async (clusters: readonly string[], tools: VerifyTools): Promise<Verified> => {
  const { tree, ask, renderRelease, progress } = tools
  const { started, applied, all, units } = await builtTree(clusters, tools)
  const folders = new Map(all.map((one) => [one.folder, one]))
  const argo = argoReleases(objectsOf(started), tree)
  const releases = await renderedReleases([...all.flatMap(fluxReleases), ...argo.releases], renderRelease, progress)
  const schemas = withDefinitions(tools.schemas, objectsOf([...all, ...releases.built]), tools.readSchema)
  const read = await asked([...all, ...releases.built].flatMap(questionsOf), ask, progress)
  return {
    clusters,
    folders: all.length,
    objects: objectsOf([...all, ...applied]).length,
    proofs: [...releases.proofs, ...read.proofs],
    problems: [
      ...all.flatMap((one) => folderProblems(one, tree, schemas)),
      ...[...applied, ...releases.built].flatMap((one) => objectProblems(one, schemas)),
      ...units.flatMap((theirs) => [...unitProblems(theirs, folders), ...twoOwners(theirs, folders)]),
      ...[argo, releases, read].flatMap(({ problems }) => problems),
    ],
  }
}

const objectsOf = (built: readonly BuiltFolder[]): readonly KubernetesObject[] =>
  built.flatMap(({ objects }) => objects)
