import { builtFolder, hasFolder } from '../kustomize/build.ts'
import { mapOr, textOr } from '../kustomize/lists.ts'
import { patched } from '../kustomize/patches.ts'
import { type Resource, resourcesIn } from '../kustomize/resource.ts'
import { inNamespace, withImages } from '../kustomize/transform.ts'
import type { Note } from '../note.ts'
import { isWithin, joined } from '../paths.ts'
import type { ReadFolder } from '../reading/documents.ts'
import { artifactFolder } from './artifact.ts'
import type { Entry } from './entries.ts'
import { type FluxKustomization, fluxKustomization, isFluxKustomization } from './flux-kustomization.ts'
import { hindranceOf, notHere, suspended } from './hindrance.ts'
import { substituted } from './substitute.ts'

/** Whose Kustomization brings an object to a cluster. */
export interface Owner {
  /** Empty for what Flux reads first. */
  readonly key: string
  readonly name: string
  /** The folder that it builds. */
  readonly folder: string
  readonly dependsOn: readonly string[]
  readonly targetNamespace?: string
}

/** An object as one cluster gets it. */
export interface Delivered extends Resource {
  readonly owner: Owner
}

/** What is known on the way through a repository. */
interface Following {
  readonly entry: Entry
  readonly read: ReadFolder
  readonly notes: Note[]
  /** Everything that could be read, what the cluster's own folder says before what another's says by the same name. */
  readonly known: readonly Resource[]
  /** Kustomizations that were followed: one that leads back to itself is followed once. */
  readonly seen: Set<string>
}

/** Follows Flux through the repository, for one cluster: every object that it would apply there. */
export const delivered = (entry: Entry, read: ReadFolder, notes: Note[]): readonly Delivered[] => {
  const isOwn = ({ origin }: Resource): boolean => isWithin(origin.file, entry.folder)
  const all = [...read.documents.values()].flat().flatMap(resourcesIn)
  const known = [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]
  const first = builtFolder(entry.folder, [], { read, notes, around: [] })
  const owner = { key: '', name: '', folder: entry.folder, dependsOn: [] }
  return kept(first, owner, { entry, read, notes, known, seen: new Set() })
}

const kept = (resources: readonly Resource[], owner: Owner, following: Following): readonly Delivered[] =>
  resources.flatMap((one) =>
    isFluxKustomization(one.object) ? followed(fluxKustomization(one), following) : [{ ...one, owner }],
  )

const followed = (kustomization: FluxKustomization, following: Following): readonly Delivered[] => {
  const { key, name, source, path, dependsOn, targetNamespace } = kustomization
  const { entry, known, read, notes, seen } = following
  if (seen.has(key) || key === 'flux-system/flux-system') return []
  seen.add(key)
  const folder = source.kind === 'ExternalArtifact' ? artifactFolder(source.name, path, known) : joined('', path)
  const hindrance = hindranceOf(kustomization, entry, known, folder !== undefined && hasFolder(folder, read))
  if (hindrance !== undefined || folder === undefined) {
    notes.push(hindrance ?? notHere(kustomization))
    return []
  }
  if (kustomization.isSuspended) notes.push(suspended(kustomization))
  const owner = { key, name, folder, dependsOn, ...(targetNamespace === undefined ? {} : { targetNamespace }) }
  return kept(arranged(kustomization, folder, following), owner, following)
}

/** What comes out of the folder, changed as the Kustomization says. */
const arranged = (kustomization: FluxKustomization, folder: string, { read, notes, known }: Following) => {
  const { components, patches, targetNamespace, images, postBuild, origin } = kustomization
  const building = { read, notes, around: [] }
  const built = components.reduce(
    (all, one) => builtFolder(joined(folder, one), all, building),
    builtFolder(folder, [], building),
  )
  const placed = targetNamespace === undefined ? built : inNamespace(built, targetNamespace)
  const after = patches.reduce((all, { patch, target }) => {
    const meant = target === undefined ? {} : { target: mapOr(target) }
    return patched(all, { text: textOr(patch, ''), origin, ...meant }, notes)
  }, placed)
  const configMaps = known.map(({ object }) => object).filter(({ kind }) => kind === 'ConfigMap')
  return substituted(withImages(after, images), postBuild, configMaps, notes)
}
