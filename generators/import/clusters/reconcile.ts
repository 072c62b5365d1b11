import type { KubernetesObject } from '../../kubernetes-object.ts'
import { builtFolder, hasFolder } from '../kustomize/build.ts'
import { mapOr, textOr } from '../kustomize/lists.ts'
import { patched } from '../kustomize/patches.ts'
import { type Resource, resourcesIn } from '../kustomize/resource.ts'
import { inNamespace, withImages } from '../kustomize/transform.ts'
import type { Note, Origin } from '../note.ts'
import { isWithin, joined } from '../paths.ts'
import type { ReadFolder } from '../reading/documents.ts'
import { artifactFolder } from './artifact.ts'
import type { Entry } from './entries.ts'
import { type FluxKustomization, fluxKustomization, isFluxKustomization } from './flux-kustomization.ts'
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

/** Follows Flux through the repository, for one cluster: every object that it would apply there. */
export const delivered = (entry: Entry, read: ReadFolder, notes: Note[]): readonly Delivered[] => {
  const building = { read, notes, around: [] }
  // What the cluster's own folder says comes before what another's says by the same name.
  const known = [...read.documents.values()]
    .flat()
    .flatMap(resourcesIn)
    .sort(
      (one, other) =>
        Number(isWithin(other.origin.file, entry.folder)) - Number(isWithin(one.origin.file, entry.folder)),
    )
  const configMaps = known.map(({ object }) => object).filter(({ kind }) => kind === 'ConfigMap')
  const seen = new Set<string>()

  const kept = (resources: readonly Resource[], owner: Owner): readonly Delivered[] =>
    resources.flatMap((one) =>
      isFluxKustomization(one.object) ? followed(fluxKustomization(one)) : [{ ...one, owner }],
    )

  const followed = (kustomization: FluxKustomization): readonly Delivered[] => {
    const { key, source, path } = kustomization
    if (seen.has(key) || key.endsWith('/flux-system')) return []
    seen.add(key)
    const folder = source.kind === 'ExternalArtifact' ? artifactFolder(source.name, path, known) : joined('', path)
    const hindrance = hindranceOf(kustomization, entry, known, folder !== undefined && hasFolder(folder, read))
    if (hindrance !== undefined || folder === undefined) {
      notes.push(hindrance ?? notHere(kustomization))
      return []
    }
    if (kustomization.isSuspended) notes.push(suspended(kustomization))
    const { name, dependsOn, targetNamespace } = kustomization
    const owner = { key, name, folder, dependsOn, ...(targetNamespace === undefined ? {} : { targetNamespace }) }
    return kept(arranged(kustomization, folder), owner)
  }

  /** What comes out of the folder, changed as the Kustomization says. */
  const arranged = (
    { components, patches, targetNamespace, images, postBuild, origin }: FluxKustomization,
    folder: string,
  ) => {
    const built = components.reduce(
      (all, one) => builtFolder(joined(folder, one), all, building),
      builtFolder(folder, [], building),
    )
    const placed = targetNamespace === undefined ? built : inNamespace(built, targetNamespace)
    const after = patches.reduce<readonly Resource[]>(
      (all, { patch, target }) =>
        patched(
          all,
          { text: textOr(patch, ''), origin, ...(target === undefined ? {} : { target: mapOr(target) }) },
          notes,
        ),
      placed,
    )
    return substituted(withImages(after, images), postBuild, configMaps, notes)
  }

  return kept(builtFolder(entry.folder, [], building), { key: '', name: '', folder: entry.folder, dependsOn: [] })
}

/** Why what a Kustomization builds is not in this repository, or not for this cluster. */
const hindranceOf = (
  kustomization: FluxKustomization,
  entry: Entry,
  known: readonly Resource[],
  isThere: boolean,
): Note | undefined => {
  const { source, isElsewhere } = kustomization
  if (isElsewhere) return elsewhere(kustomization)
  const url = (name: string): unknown =>
    mapOr(known.find(({ object }) => isSource(object) && object.metadata.name === name)?.object.spec).url
  const isOther =
    source.kind === 'GitRepository' && source.name !== entry.source && url(source.name) !== url(entry.source)
  const isKnownToBeOther = isOther && url(source.name) !== undefined && url(entry.source) !== undefined
  return isKnownToBeOther || !isThere ? notHere(kustomization) : undefined
}

const isSource = ({ kind }: KubernetesObject): boolean => kind === 'GitRepository'

const about = ({ key, origin }: FluxKustomization): { readonly origin: Origin; readonly what: string } => ({
  origin,
  what: `Kustomization ${key}`,
})

const notHere = (kustomization: FluxKustomization): Note => ({
  ...about(kustomization),
  kind: 'skipped',
  why: `builds ${kustomization.path} of ${kustomization.source.kind} ${kustomization.source.name}, which is not in this folder`,
  fix: 'import that repository as well, and put the two drafts together',
})

const elsewhere = (kustomization: FluxKustomization): Note => ({
  ...about(kustomization),
  kind: 'skipped',
  why: 'is applied to another cluster, by a kubeConfig',
  fix: 'make that cluster one of the fleet, with a Flux of its own',
})

const suspended = (kustomization: FluxKustomization): Note => ({
  ...about(kustomization),
  kind: 'decide',
  why: 'is suspended, and what it brings is in the draft all the same',
  fix: 'remove its components from the draft, or let them run',
})
