import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { TreeReader } from '../../output/tree-reader.ts'
import { identityKey, identityOf } from '../identity.ts'
import { withConfigMap } from './config-maps.ts'
import { each, type Item } from './item.ts'
import { isNameReference, ownKustomization } from './kustomization.ts'
import { namespacing } from './namespacing.ts'
import type { Parse } from './parsing.ts'
import { patching } from './patching.ts'
import { pathFrom } from './path-from.ts'
import { settled } from './settled.ts'

/** What a folder comes to. Undefined where its kustomization is not one of ours, or kustomize would refuse it. */
export type OwnBuild = (tree: TreeReader, folder: string, options?: OwnBuildOptions) => readonly Item[] | undefined

export interface OwnBuildOptions {
  /** The files of objects that are wanted, by path. Default: all. */
  readonly wanted?: (file: string) => boolean
  /** What folders below came to already, by path. */
  readonly known?: Known
}

/** Remembers what folders came to. */
export interface Known {
  readonly get: (folder: string) => readonly Item[] | undefined
  readonly set: (folder: string, items: readonly Item[]) => void
}

/** Builds folders as kustomize does, in this process, with the few of its features that our tree is made of. */
export const ownBuild = (parse: Parse): OwnBuild => {
  const patched = patching(parse)
  const inNamespace = namespacing()
  return (tree, start, { wanted = () => true, known } = {}) => {
    const from = (folder: string, entry: string): readonly Item[] | undefined => {
      const path = pathFrom(folder, entry)
      if (tree.isFile(path)) return wanted(path) ? objectsIn(parse(tree.text(path)), path) : []
      return remembered(path)
    }
    const remembered = (folder: string): readonly Item[] | undefined => {
      const before = known?.get(folder)
      if (before !== undefined) return before
      const items = built(folder, [])
      if (items !== undefined) known?.set(folder, items)
      return items
    }
    const open = new Set<string>()
    /** Components are built like folders, but upon what is there already. */
    const built = (folder: string, below: readonly Item[]): readonly Item[] | undefined => {
      // A folder that comes back to itself is a circle.
      if (open.has(folder)) return undefined
      open.add(folder)
      const items = builtOf(folder, below)
      open.delete(folder)
      return items
    }
    const builtOf = (folder: string, below: readonly Item[]): readonly Item[] | undefined => {
      const file = kustomizationIn(tree, folder, parse)
      if (file === undefined) return undefined
      const { resources = [], components = [], configMapGenerator = [], patches = [], namespace } = file
      const own = each(resources, (entry) => from(folder, entry))
      const read = (name: string) => textOf(tree, pathFrom(folder, name))
      const steps: readonly Step[] = [
        ...components.map(
          (entry): Step =>
            (items) =>
              built(pathFrom(folder, entry), items),
        ),
        ...configMapGenerator.map(
          (one): Step =>
            (items) =>
              withConfigMap(items, one, read),
        ),
        ...patches.map(
          (one): Step =>
            (items) =>
              patched(items, one),
        ),
        ...(namespace === undefined ? [] : [(items: readonly Item[]) => inNamespace(items, namespace)]),
      ]
      return own && inTurn(unique([...below, ...own.flat()]), steps)
    }
    return remembered(start)
  }
}

type Step = (items: readonly Item[]) => readonly Item[] | undefined

const inTurn = (items: readonly Item[] | undefined, steps: readonly Step[]): readonly Item[] | undefined =>
  steps.reduce<readonly Item[] | undefined>((made, step) => made && step(made), items)

const kustomizationIn = (tree: TreeReader, folder: string, parse: Parse) => {
  const [content, ...more] = parse(textOf(tree, `${folder}/kustomization.yaml`) ?? '') ?? []
  const file = more.length === 0 ? ownKustomization(content) : undefined
  const configurations = (file?.configurations ?? []).map(
    (name) => parse(textOf(tree, pathFrom(folder, name)) ?? '') ?? [],
  )
  return configurations.every((documents) => documents.length === 1 && documents.every(isNameReference))
    ? file
    : undefined
}

const textOf = (tree: TreeReader, path: string): string | undefined => (tree.isFile(path) ? tree.text(path) : undefined)

export const objectsIn = (documents: readonly unknown[] | undefined, file: string): readonly Item[] | undefined =>
  documents?.every(isOwnObject) ? documents.map((object) => ({ object: settled(object), file })) : undefined

/** Lists are taken apart by kustomize, and some annotations are for itself. */
const isOwnObject = (content: unknown): content is KubernetesObject =>
  isRecord(content) &&
  typeof content.apiVersion === 'string' &&
  typeof content.kind === 'string' &&
  !content.kind.endsWith('List') &&
  isRecord(content.metadata) &&
  typeof content.metadata.name === 'string' &&
  !Object.keys(content.metadata.annotations ?? {}).some(
    (name) => name.includes('config.kubernetes.io/') || name.includes('kustomize.config.k8s.io/'),
  )

const unique = (items: readonly Item[]): readonly Item[] | undefined =>
  new Set(items.map(({ object }) => identityKey(identityOf(object)))).size === items.length ? items : undefined
