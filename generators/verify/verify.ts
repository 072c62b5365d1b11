import type { Schemas } from '../check/schema/schemas.ts'
import { placeInHeader } from '../output/header.ts'
import type { Built } from '../output/kustomize.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'
import { folderProblems, objectProblems, readBack } from './folder-problems.ts'
import { objectsIn } from './objects-in.ts'
import type { Proof } from './proof.ts'
import { type Ask, asked } from './questions/asked.ts'
import { questionsOf } from './questions/questions.ts'
import { argoReleases } from './releases/argo-releases.ts'
import { fluxReleases } from './releases/flux-releases.ts'
import { type RenderRelease, renderedReleases } from './releases/rendered.ts'
import { rootsOf } from './roots.ts'
import { twoOwners } from './two-owners.ts'
import { unitProblems } from './unit-problems.ts'
import { unitsIn } from './units.ts'

/** What the verification needs of the world: a look into the tree, a kustomize, and whatever other programs there are. */
export interface VerifyTools {
  readonly tree: TreeReader
  readonly build: (folders: readonly string[]) => Promise<readonly Built[]>
  readonly schemas: Schemas
  readonly ask: Ask
  readonly renderRelease: RenderRelease
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
  const { tree, schemas } = tools
  const roots = clusters.map((cluster) => rootsOf(cluster, tree))
  const started = await builtOf(
    roots.flatMap(({ folders }) => folders),
    tools,
  )
  const applied = roots.flatMap(({ files }) => files.map((file) => asItStands(file, tree)))
  const units = roots.map((root) =>
    unitsIn(started.filter(({ folder }) => root.folders.includes(folder)).flatMap(({ objects }) => objects)),
  )
  const building = new Set(started.map(({ folder }) => folder))
  const wanted = new Set(units.flat().flatMap(({ folders }) => folders))
  const present = [...wanted].filter((folder) => !building.has(folder) && tree.isFolder(folder)).sort()
  const all = [...started, ...(await builtOf(present, tools))]
  const folders = new Map(all.map((one) => [one.folder, one]))
  const argo = argoReleases(
    started.flatMap(({ objects }) => objects),
    tree,
  )
  const releases = await renderedReleases([...all.flatMap(fluxReleases), ...argo.releases], tools.renderRelease)
  const read = await asked([...all, ...releases.built].flatMap(questionsOf), tools.ask)
  return {
    clusters,
    folders: all.length,
    objects: [...all, ...applied].reduce((count, { objects }) => count + objects.length, 0),
    proofs: [...releases.proofs, ...read.proofs],
    problems: [
      ...all.flatMap((one) => folderProblems(one, tree, schemas)),
      ...[...applied, ...releases.built].flatMap((one) => objectProblems(one, schemas)),
      ...units.flatMap((theirs) => [...unitProblems(theirs, folders), ...twoOwners(theirs, folders)]),
      ...[argo, releases, read].flatMap(({ problems }) => problems),
    ],
  }
}

/** A file that a person applies. */
const asItStands = (file: string, tree: TreeReader): BuiltFolder => {
  const text = tree.text(file)
  return { folder: file, place: placeInHeader(text) ?? [], objects: objectsIn(text) }
}

const builtOf = async (folders: readonly string[], { build, tree }: VerifyTools): Promise<readonly BuiltFolder[]> =>
  (await build(folders)).map((built) => readBack(built, tree))
