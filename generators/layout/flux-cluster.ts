import type { CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import { kustomization, kustomizationSpec } from '../objects/flux/kustomization.ts'
import { kustomizationFile } from '../objects/kustomize/kustomization-file.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import type { Entry, Folder } from './folder.ts'
import { namespaceParts } from './namespace.ts'
import type { Share } from './sharing.ts'

/**
 * What Flux reads first: a folder a namespace with a Flux Kustomization a component. There is no kustomization.yaml in
 * the cluster's own folder, because that one would decide over `flux-system`, which belongs to the bootstrap.
 */
export const fluxClusterFolders = (plan: ClusterPlan, readme: Entry, share: Share): readonly Folder[] => {
  const { cluster, placements } = plan
  const root = `clusters/${cluster.name}`
  return [
    { path: root, place: cluster.place, entries: [readme] },
    ...cluster.namespaces.flatMap((namespace) => {
      const theirs = placements.filter((one) => one.namespace === namespace)
      // A namespace of somebody else's that nothing runs in would be a folder that builds to nothing.
      if (theirs.length === 0 && namespace.settings.exists) return []
      return [namespaceFolder(`${root}/${namespace.name}`, namespace, theirs, share)]
    }),
  ]
}

const namespaceFolder = (
  path: string,
  namespace: CompleteNamespace,
  placements: readonly Placement[],
  share: Share,
): Folder => {
  const { name, place } = namespace
  const files = placements.map((one) => kustomizationEntry(one, share))
  return {
    path,
    place,
    entries: [
      {
        name: 'kustomization.yaml',
        yaml: share(kustomizationFile, {
          namespace: name,
          ...namespaceParts(path, namespace),
          resources: files.map((file) => file.name),
        }),
      },
      ...files,
    ],
  }
}

const kustomizationEntry = ({ name, place, layer, namespace, dependsOn }: Placement, share: Share): Entry => {
  // A namespace is named only where it is another one.
  const after = dependsOn.map((one) => (one.namespace === namespace.name ? { name: one.name } : one))
  const decrypt = layer.kind === 'manifests' && layer.people.length > 0
  const settings = { folder: layer.folder, dependsOn: after, decrypt }
  const spec = layer.level === 'cluster' ? kustomizationSpec(settings) : share(kustomizationSpec, settings)
  return { name: `${name}.yaml`, place, yaml: kustomization(name, place, spec) }
}
