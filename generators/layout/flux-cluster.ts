import { type KustomizationSpec, kustomization, kustomizationSpec } from '../objects/flux/kustomization.ts'
import { kustomizationFile } from '../objects/kustomize/kustomization-file.ts'
import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan, Dependency, Placement } from '../plan/placement.ts'
import { onceAShape } from '../plan/shape.ts'
import type { Entry, Folder } from './folder.ts'
import { namespaceParts } from './namespace.ts'

/**
 * What Flux reads first: a folder a namespace with a Flux Kustomization a component. There is no kustomization.yaml in
 * the cluster's own folder, because that one would decide over `flux-system`, which belongs to the bootstrap. What
 * clusters share is one object, so that it is made, checked and printed once.
 */
export const fluxClusters = (): ((plan: ClusterPlan, readme: Entry) => readonly Folder[]) => {
  const filesOf = onceAShape(namespaceFiles)
  const specOf = specs()
  const entryOf = (placement: Placement): Entry => {
    const { name, place } = placement
    return { name: fileOf(placement), place, yaml: kustomization(name, place, specOf(placement)) }
  }
  return (plan, readme) => {
    const { cluster, placements } = plan
    const files = filesOf(plan)
    const root = rootOf(plan)
    const folders: Folder[] = [{ path: root, place: cluster.place, entries: [readme] }]
    cluster.namespaces.forEach((namespace, index) => {
      const theirs = placements.filter((one) => one.namespace === namespace)
      // A namespace of somebody else's that nothing runs in would be a folder that builds to nothing.
      if (theirs.length === 0 && namespace.settings.exists) return
      folders.push({
        path: `${root}/${namespace.name}`,
        place: namespace.place,
        entries: [{ name: 'kustomization.yaml', yaml: files[index]! }, ...theirs.map(entryOf)],
      })
    })
    return folders
  }
}

const rootOf = ({ cluster }: ClusterPlan): string => `clusters/${cluster.name}`

const fileOf = ({ name }: Placement): string => `${name}.yaml`

/** The kustomization.yaml of each namespace. */
const namespaceFiles = (plan: ClusterPlan) =>
  plan.cluster.namespaces.map((namespace) =>
    kustomizationFile({
      namespace: namespace.name,
      ...namespaceParts(`${rootOf(plan)}/${namespace.name}`, namespace),
      resources: plan.placements.filter((one) => one.namespace === namespace).map(fileOf),
    }),
  )

/** What Flux is told of placements: the same of those that end in one layer and wait for the same. */
const specs = (): ((placement: Placement) => KustomizationSpec) => {
  const known = new Map<Layer, Map<readonly Dependency[], KustomizationSpec>>()
  return (placement) => {
    const { layer, dependsOn } = placement
    if (layer.level === 'cluster') return specOf(placement)
    const ofLayer = known.get(layer) ?? new Map<readonly Dependency[], KustomizationSpec>()
    const spec = ofLayer.get(dependsOn) ?? specOf(placement)
    known.set(layer, ofLayer.set(dependsOn, spec))
    return spec
  }
}

const specOf = ({ layer, namespace, dependsOn }: Placement): KustomizationSpec =>
  kustomizationSpec({
    folder: layer.folder,
    // A namespace is named only where it is another one.
    dependsOn: dependsOn.map((one) => (one.namespace === namespace.name ? { name: one.name } : one)),
    decrypt: layer.kind === 'manifests' && layer.people.length > 0,
  })
