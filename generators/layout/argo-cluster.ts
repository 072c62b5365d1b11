import type { CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Repository } from '../fleet/fleet.ts'
import { application, driftComments, rootApplication } from '../objects/argo-cd/application.ts'
import { applicationHealth } from '../objects/argo-cd/application-health.ts'
import { folderSource } from '../objects/argo-cd/sources.ts'
import { kustomizationFile } from '../objects/kustomize/kustomization-file.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { waves } from '../plan/waves.ts'
import { projectDocument } from './argo-project.ts'
import { applicationName, sourcesOf } from './argo-sources.ts'
import type { Entry, Folder } from './folder.ts'
import { namespaceParts } from './namespace.ts'
import { clusterReadme } from './readme/cluster-readme.ts'

/**
 * What Argo CD reads: a folder that its root Application builds, with a folder a namespace and an Application a component.
 * The Namespaces come first; the Applications follow, wave by wave. `bootstrap.yaml` is what a person applies, once.
 */
export const argoClusterFolders = (plan: ClusterPlan, repository: Repository): readonly Folder[] => {
  const { cluster, placements } = plan
  const { name, place, argo } = cluster
  const path = `clusters/${name}`
  const wave = waveOf(placements)
  const namespaces = cluster.namespaces.map((namespace) => {
    const theirs = placements.filter((one) => one.namespace === namespace)
    return namespaceFolder(
      `${path}/${namespace.name}`,
      namespace,
      theirs.map((one) => applicationEntry(one, repository, wave(one))),
    )
  })
  const project = projectDocument(plan, repository)
  const root = rootApplication({
    ...{ name, home: argo.namespace, place, project: name },
    sources: [folderSource(repository, path)],
    namespace: argo.namespace,
  })
  return [
    {
      path,
      place,
      entries: [
        { name: 'README.md', markdown: clusterReadme(plan, repository) },
        { name: 'bootstrap.yaml', documents: [{ yaml: applicationHealth(argo.namespace) }, project, { yaml: root }] },
        // Again, so that what a new component reads is allowed without a person.
        { name: 'appproject.yaml', ...project },
        { name: 'kustomization.yaml', yaml: rootKustomization(path, namespaces) },
      ],
    },
    ...namespaces.filter(({ entries }) => entries.length > 0),
  ]
}

/** Which wave a component starts in, from 1: what stands in no wave, the Namespaces, is there before. */
const waveOf = (placements: readonly Placement[]): ((placement: Placement) => number) => {
  const known = new Map(waves(placements).flatMap((wave, index) => wave.map((one) => [one, index + 1] as const)))
  return (placement) => known.get(placement) ?? 1
}

/** The Namespace by the folder's kustomization; its Applications stand in Argo CD's namespace, and so not in there. */
const namespaceFolder = (path: string, namespace: CompleteNamespace, applications: readonly Entry[]): Folder => {
  const { name, place, settings } = namespace
  const kustomization = kustomizationFile({ namespace: name, ...namespaceParts(path, namespace) })
  return {
    path,
    place,
    entries: [...(settings.exists ? [] : [{ name: kustomizationName, yaml: kustomization }]), ...applications],
  }
}

const kustomizationName = 'kustomization.yaml'

const rootKustomization = (root: string, namespaces: readonly Folder[]) =>
  kustomizationFile({
    resources: [
      'appproject.yaml',
      ...namespaces.flatMap(({ path, entries }) => {
        const folder = path.slice(root.length + 1)
        return entries.map(({ name }) => (name === kustomizationName ? folder : `${folder}/${name}`))
      }),
    ],
  })

const applicationEntry = (placement: Placement, repository: Repository, wave: number): Entry => {
  const { name, place, cluster, namespace, requires, definition } = placement
  const driftIgnore = definition.kind === 'helm' ? definition.driftIgnore : undefined
  return {
    name: `${name}.yaml`,
    place,
    yaml: application({
      ...{ name: applicationName(placement), home: cluster.argo.namespace, place, project: cluster.name },
      ...{ namespace: namespace.name, sources: sourcesOf(placement, repository), wave, driftIgnore },
      needsDefinitions: requires.some(({ kind }) => kind === 'crd'),
    }),
    comments: driftComments(driftIgnore),
  }
}
