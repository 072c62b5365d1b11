import type { Note, Origin } from '../note.ts'
import { folderOf, isWithin, joined } from '../paths.ts'
import type { ReadDocument, ReadFolder } from '../reading/documents.ts'
import { generated, withGenerated } from './generate.ts'
import { listedLabels, listedPatches, listedResources } from './listed.ts'
import { mapOr, textsIn } from './lists.ts'
import { patched } from './patches.ts'
import { isKustomizeFile, type Resource, resourcesIn } from './resource.ts'
import { inNamespace, marked, withImages, withReplicas } from './transform.ts'
import { untouchedFields } from './untouched-fields.ts'

/** What a folder is built with: what was read, what is told, and the folders that are being built. */
interface Building {
  readonly read: ReadFolder
  readonly notes: Note[]
  readonly around: readonly string[]
}

/**
 * What kustomize would make of a folder, laid over what there is already, as far as that is simple; what is not is told.
 * No kustomize is run.
 */
export const builtFolder = (
  folder: string,
  inherited: readonly Resource[],
  building: Building,
): readonly Resource[] => {
  const kustomization = kustomizationOf(folder, building.read)
  if (kustomization === undefined) return [...inherited, ...everythingIn(folder, building)]
  // One that leads back to itself is built once.
  if (building.around.includes(folder)) return inherited
  return builtKustomization(kustomization, folder, inherited, { ...building, around: [...building.around, folder] })
}

/** Whether anything that could be read lies in a folder. */
export const hasFolder = (folder: string, { documents }: ReadFolder): boolean =>
  folder === '' || [...documents.keys()].some((file) => isWithin(file, folder))

const kustomizationOf = (folder: string, { documents }: ReadFolder): ReadDocument | undefined =>
  ['kustomization.yaml', 'kustomization.yml']
    .flatMap((name) => documents.get(joined(folder, name)) ?? [])
    .find(({ content }) => isKustomizeFile(content) || content.apiVersion === undefined)

const builtKustomization = (
  { content, origin }: ReadDocument,
  folder: string,
  inherited: readonly Resource[],
  building: Building,
): readonly Resource[] => {
  const { read, notes } = building
  const text = (path: string) => (read.folder.paths.includes(path) ? read.folder.text(path) : undefined)
  notes.push(...untouchedFields(content, origin))
  const own = listedResources(content).flatMap((written) => referred(written, folder, origin, building))
  const extended = textsIn(content.components).reduce<readonly Resource[]>(
    (all, written) => builtFolder(joined(folder, written), all, building),
    [...inherited, ...own],
  )
  const made = withGenerated(extended, generated(content, origin, text), content)
  const patches = listedPatches(content, folder, origin, text)
  return transformed(
    patches.reduce((all, patch) => patched(all, patch, notes), made),
    content,
  )
}

const transformed = (resources: readonly Resource[], content: ReadDocument['content']): readonly Resource[] => {
  const { namespace, commonAnnotations, images, replicas } = content
  const moved = typeof namespace === 'string' ? inNamespace(resources, namespace) : resources
  const labelled = marked(moved, 'labels', listedLabels(content))
  return withReplicas(withImages(marked(labelled, 'annotations', mapOr(commonAnnotations)), images), replicas)
}

const objectsOf = (file: string, { documents }: ReadFolder): readonly Resource[] =>
  (documents.get(file) ?? []).flatMap(resourcesIn)

const referred = (written: string, folder: string, origin: Origin, building: Building): readonly Resource[] => {
  const path = joined(folder, written)
  if (building.read.documents.has(path)) return objectsOf(path, building.read)
  if (hasFolder(path, building.read) && !isRemote(written)) return builtFolder(path, [], building)
  building.notes.push(notThere(written, origin))
  return []
}

/** Without a kustomization Flux takes every file, and builds the folders that have one. */
const everythingIn = (folder: string, building: Building): readonly Resource[] => {
  const { read } = building
  const inside = [...read.documents.keys()].filter((file) => isWithin(file, folder))
  const built = [...new Set(inside.map(folderOf))].filter(
    (one) => one !== folder && kustomizationOf(one, read) !== undefined,
  )
  const outermost = built.filter((one) => !built.some((other) => other !== one && isWithin(one, other)))
  const loose = inside.filter((file) => !outermost.some((one) => isWithin(file, one)))
  return [
    ...loose.flatMap((file) => objectsOf(file, read)),
    ...outermost.flatMap((one) => builtFolder(one, [], building)),
  ]
}

const isRemote = (written: string): boolean => /^\w+:\/\/|^(?:github\.com|git@)|\?ref=/.test(written)

const notThere = (written: string, origin: Origin): Note => ({
  kind: 'skipped',
  origin,
  what: written,
  why: isRemote(written) ? 'is on another server, which is not asked' : 'is no file or folder that could be read',
  fix: isRemote(written)
    ? 'bring it by a chart, or copy its objects into manifests({ … })'
    : 'correct the path, and import again, or write down what it brings',
})
