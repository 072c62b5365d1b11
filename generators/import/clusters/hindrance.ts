import type { KubernetesObject } from '../../kubernetes-object.ts'
import { mapOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import type { Note, Origin } from '../note.ts'
import type { Entry } from './entries.ts'
import type { FluxKustomization } from './flux-kustomization.ts'

/** Why what a Kustomization builds is not in this repository, or not for this cluster. */
export const hindranceOf = (
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

export const notHere = (kustomization: FluxKustomization): Note => ({
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

export const suspended = (kustomization: FluxKustomization): Note => ({
  ...about(kustomization),
  kind: 'decide',
  why: 'is suspended, and what it brings is in the draft all the same',
  fix: 'remove its components from the draft, or let them run',
})
