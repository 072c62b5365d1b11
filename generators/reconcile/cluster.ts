import type { KubernetesObject } from '../kubernetes-object.ts'
import { type Kubectl, Refusal } from '../output/kubectl.ts'

/** What Flux must have brought before it can reconcile a tree. */
const fluxKinds = [
  'gitrepositories.source.toolkit.fluxcd.io',
  'helmrepositories.source.toolkit.fluxcd.io',
  'ocirepositories.source.toolkit.fluxcd.io',
  'kustomizations.kustomize.toolkit.fluxcd.io',
  'helmreleases.helm.toolkit.fluxcd.io',
] as const

/** Refuses a cluster that does not answer, or that has no Flux. */
export const expectFlux = async (ask: Kubectl): Promise<void> => {
  // Without discovery, which would try many times before it gives up.
  await ask(['get', '--raw', '/version'])
  const found = await ask(['get', 'crd', '--ignore-not-found', '-o', 'name', ...fluxKinds])
  const missing = fluxKinds.filter((kind) => !found.includes(`/${kind}`))
  if (missing.length > 0) {
    throw new Refusal(`it has no Flux, which brings ${missing.join(', ')}: run flux install`)
  }
}

/** Everything that Flux reconciles there. */
export const fluxObjects = async (ask: Kubectl): Promise<readonly KubernetesObject[]> =>
  JSON.parse(await ask(['get', fluxKinds.join(), '--all-namespaces', '-o', 'json'])).items

/** Creates an object unless it is there. */
export const ensure = async (ask: Kubectl, object: KubernetesObject): Promise<void> => {
  try {
    await ask(['create', '-f', '-'], JSON.stringify(object))
  } catch (error) {
    if (!(error instanceof Refusal && error.message.endsWith('already exists'))) throw error
  }
}

/** Asks Flux to look at objects now, not at their next interval. They answer with the same words in their status. */
export const requestReconcile = async (
  ask: Kubectl,
  objects: readonly KubernetesObject[],
  words: string,
): Promise<void> => {
  const items = objects.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
  }))
  // The controllers undo what a field manager named kubectl… has set.
  const manager = '--field-manager=fleetwright'
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
  await ask(['annotate', '--overwrite', manager, '-f', '-', `reconcile.fluxcd.io/requestedAt=${words}`], list)
}
