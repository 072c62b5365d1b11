import type { CompleteCluster, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Repository } from '../fleet/fleet.ts'
import { rootProject } from '../objects/argo-cd/app-project.ts'
import { rootApplication } from '../objects/argo-cd/application.ts'
import { applicationHealth } from '../objects/argo-cd/application-health.ts'
import { folderSource } from '../objects/argo-cd/sources.ts'
import { kustomizationFile } from '../objects/kustomize/kustomization-file.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { waves } from '../plan/waves.ts'
import { componentEntry } from './argo-component.ts'
import type { Entry, Folder } from './folder.ts'
import { namespaceParts } from './namespace.ts'

/**
 * What Argo CD reads: a folder that its root Application builds, with a folder a namespace and an Application a component.
 * The Namespaces come first; the Applications follow, wave by wave. `bootstrap.yaml` is what a person applies, once.
 */
export const argoClusterFolders = (plan: ClusterPlan, readme: Entry, repository: Repository): readonly Folder[] => {
  const { cluster, placements } = plan
  const path = `clusters/${cluster.name}`
  const wave = waveOf(placements)
  const namespaces = cluster.namespaces.map((namespace) => {
    const theirs = placements.filter((one) => one.namespace === namespace)
    const files = theirs.map((one) => componentEntry(one, repository, wave(one)))
    return namespaceFolder(`${path}/${namespace.name}`, namespace, files)
  })
  return [
    {
      path,
      place: cluster.place,
      entries: [
        readme,
        bootstrapEntry(cluster, repository, path),
        { name: kustomizationName, yaml: rootKustomization(path, namespaces) },
      ],
    },
    ...namespaces.filter(({ entries }) => entries.length > 0),
  ]
}

/** What must be there for the rest to come: it stands outside of what the root Application builds, which is in it. */
const bootstrapEntry = ({ name, place, argo }: CompleteCluster, repository: Repository, path: string): Entry => {
  const home = argo.namespace
  const sources = [folderSource(repository, path)]
  return {
    name: 'bootstrap.yaml',
    documents: [
      { yaml: applicationHealth(home) },
      { yaml: rootProject({ name, home, place, sourceRepos: [repository.url] }) },
      { yaml: rootApplication({ name, home, place, project: name, sources, namespace: home }) },
    ],
  }
}

/** Which wave a component starts in, from 1: what stands in no wave, the Namespaces, is there before. */
const waveOf = (placements: readonly Placement[]): ((placement: Placement) => number) => {
  const known = new Map(waves(placements).flatMap((wave, index) => wave.map((one) => [one, index + 1] as const)))
  return (placement) => known.get(placement) ?? 1
}

/** The Namespace by the folder's kustomization; its Applications stand in Argo CD's namespace, and so not in there. */
const namespaceFolder = (path: string, namespace: CompleteNamespace, files: readonly Entry[]): Folder => {
  const { name, place, settings } = namespace
  const kustomization = kustomizationFile({ namespace: name, ...namespaceParts(path, namespace) })
  return {
    path,
    place,
    entries: [...(settings.exists ? [] : [{ name: kustomizationName, yaml: kustomization }]), ...files],
  }
}

const kustomizationName = 'kustomization.yaml'

const rootKustomization = (root: string, namespaces: readonly Folder[]) =>
  kustomizationFile({
    resources: namespaces.flatMap(({ path, entries }) => {
      const folder = path.slice(root.length + 1)
      return entries.map(({ name }) => (name === kustomizationName ? folder : `${folder}/${name}`))
    }),
  })
