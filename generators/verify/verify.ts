import { parse } from 'yaml'
import { checkObject } from '../check/folder.ts'
import type { Schemas } from '../check/schema/schemas.ts'
import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { placeInHeader } from '../output/header.ts'
import type { Built } from '../output/kustomize.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { Place, Problem } from '../problem.ts'
import { type FluxKustomization, fluxKustomizations, objectsIn } from './cluster.ts'
import { brokenReferences } from './references.ts'
import { twoOwners } from './two-owners.ts'

/** What the verification needs of the world: a look into the tree, and a kustomize. */
export interface VerifyTools {
  readonly tree: TreeReader
  readonly build: (folders: readonly string[]) => Promise<readonly Built[]>
  readonly schemas: Schemas
}

export interface Verified {
  readonly clusters: readonly string[]
  readonly folders: number
  readonly objects: number
  readonly problems: readonly Problem[]
}

/** Builds every folder that a controller of a cluster would build, and checks every object that comes out. */
export const verify = async (clusters: readonly string[], tools: VerifyTools): Promise<Verified> => {
  const roots = await buildFolders(
    clusters.flatMap((cluster) => rootFolders(cluster, tools.tree)),
    tools,
  )
  const entries = clusters.map((cluster) => {
    const built = roots.filter(({ folder }) => folder.startsWith(`clusters/${cluster}/`))
    return { cluster, roots: built, kustomizations: fluxKustomizations(built.flatMap(({ objects }) => objects)) }
  })
  const wanted = new Set(entries.flatMap(({ kustomizations }) => kustomizations.map(({ folder }) => folder)))
  const present = [...wanted].filter((folder) => tools.tree.isFolder(folder)).sort()
  const folders = new Map((await buildFolders(present, tools)).map((one) => [one.folder, one]))
  const all = [...roots, ...folders.values()]
  return {
    clusters,
    folders: all.length,
    objects: all.reduce((count, { objects }) => count + objects.length, 0),
    problems: [
      ...all.flatMap((one) => folderProblems(one, tools)),
      ...entries.flatMap(({ kustomizations }) => orderProblems(kustomizations, folders)),
      ...entries.flatMap(({ kustomizations }) => twoOwners(kustomizations, folders)),
    ],
  }
}

/** A built folder, read back. */
export interface BuiltFolder {
  readonly folder: string
  readonly place: Place
  readonly objects: readonly KubernetesObject[]
  readonly error?: string
}

/** Flux builds a cluster's folder as the sum of its subfolders; its own `flux-system` is not ours to prove. */
const rootFolders = (cluster: string, tree: TreeReader): readonly string[] =>
  tree
    .folders(`clusters/${cluster}`)
    .filter((name) => name !== 'flux-system')
    .map((name) => `clusters/${cluster}/${name}`)

const buildFolders = async (
  folders: readonly string[],
  { build, tree }: VerifyTools,
): Promise<readonly BuiltFolder[]> =>
  (await build(folders)).map((built) => {
    const place = placeInHeader(kustomizationText(built.folder, tree) ?? '') ?? []
    return 'error' in built
      ? { folder: built.folder, place, objects: [], error: built.error }
      : { folder: built.folder, place, objects: objectsIn(built.yaml) }
  })

const kustomizationText = (folder: string, tree: TreeReader): string | undefined =>
  tree.files(folder).includes('kustomization.yaml') ? tree.text(`${folder}/kustomization.yaml`) : undefined

const folderProblems = (built: BuiltFolder, { tree, schemas }: VerifyTools): readonly Problem[] => {
  const { folder, place, objects, error } = built
  const render = 'render the tree again, or undo what was changed by hand'
  if (error !== undefined)
    return [{ rule: 'builds', place, reason: `kustomize refuses ${folder}: ${error}`, fix: render }]
  const text = kustomizationText(folder, tree)
  return [
    ...(text === undefined ? [] : checkObject(parse(text), `${folder}/kustomization.yaml`, () => place, schemas)),
    ...objects.flatMap((object) => checkObject(object, `${objectName(object)} from ${folder}`, () => place, schemas)),
    ...brokenReferences(built),
    ...(objects.length > 0
      ? []
      : [{ rule: 'builds', place, reason: `${folder} builds to nothing at all`, fix: render }]),
  ]
}

const orderProblems = (
  kustomizations: readonly FluxKustomization[],
  folders: ReadonlyMap<string, BuiltFolder>,
): readonly Problem[] => {
  const names = new Set(kustomizations.map(({ namespace, name }) => `${namespace}/${name}`))
  const fix = 'render the tree again'
  return kustomizations.flatMap(({ name, namespace, folder, dependsOn }) => [
    ...(folders.has(folder)
      ? []
      : [
          {
            rule: 'path-exists',
            place: [],
            reason: `Kustomization ${namespace}/${name} names ${folder}, which is no folder`,
            fix,
          },
        ]),
    ...dependsOn
      .filter((one) => !names.has(`${one.namespace}/${one.name}`))
      .map((one) => ({
        rule: 'dependency-exists',
        place: [],
        reason: `Kustomization ${namespace}/${name} waits for ${one.namespace}/${one.name}, which is not there`,
        fix,
      })),
  ])
}
