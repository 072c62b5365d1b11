import type { Repository } from '../fleet/fleet.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { componentProject, type GroupKind } from '../objects/argo-cd/app-project.ts'
import { application, driftComments } from '../objects/argo-cd/application.ts'
import { type ApplicationSource, folderSource, releaseSources } from '../objects/argo-cd/sources.ts'
import { isClusterScoped } from '../objects/kubernetes/cluster-scoped.ts'
import type { Placement } from '../plan/placement.ts'
import type { Document, Entry } from './folder.ts'
import { valuesFiles } from './helm-layer.ts'

/** The file of one component: the project that allows exactly what it reads and writes, and its Application. */
export const componentEntry = (placement: Placement, repository: Repository, wave: number): Entry => {
  const { name, place, cluster, namespace, requires, definition } = placement
  const sources = sourcesOf(placement, repository)
  const common = { name: applicationName(placement), home: cluster.argo.namespace, place }
  const driftIgnore = definition.kind === 'helm' ? definition.driftIgnore : undefined
  return {
    name: `${name}.yaml`,
    place,
    documents: [
      projectDocument(placement, common, sources),
      {
        yaml: application({
          ...common,
          project: common.name,
          sources,
          namespace: namespace.name,
          wave,
          needsDefinitions: requires.some(({ kind }) => kind === 'crd'),
          driftIgnore,
        }),
        comments: driftComments(driftIgnore),
      },
    ],
  }
}

/** All Applications stand in one namespace. No name of a namespace has a dot, so no two are alike. */
export const applicationName = ({ name, namespace }: Placement): string => `${namespace.name}.${name}`

/** What an Application reads. */
const sourcesOf = ({ name, layer, effective }: Placement, repository: Repository): readonly ApplicationSource[] =>
  layer.kind === 'helm' && effective.kind === 'helm'
    ? releaseSources({
        repository,
        chart: layer.definition.chart,
        version: effective.version,
        releaseName: name,
        valueFiles: valuesFiles(layer),
      })
    : [folderSource(repository, layer.folder)]

const projectDocument = (
  { definition, options, namespace, effective }: Placement,
  common: Pick<Parameters<typeof componentProject>[0], 'home' | 'name' | 'place'>,
  sources: readonly ApplicationSource[],
): Document => {
  const beside = definition.kind === 'helm' ? (definition.alsoIn?.(options) ?? []) : []
  const yaml = componentProject({
    ...common,
    sourceRepos: sources.map(({ repoURL }) => repoURL),
    namespaces: [...new Set([namespace.name, ...beside])],
    clusterKinds: effective.kind === 'helm' ? [anyKind] : clusterKinds(effective.objects),
  })
  return effective.kind === 'helm' ? { yaml, comments: whyAnyKind } : { yaml }
}

const anyKind: GroupKind = { group: '*', kind: '*' }
const whyAnyKind = new Map([['/spec/clusterResourceWhitelist/0', 'Which kinds a chart brings, it alone decides.']])

/** The kinds of a component's objects that stand in no namespace, each once. */
const clusterKinds = (objects: readonly KubernetesObject[]): readonly GroupKind[] => {
  const kinds = objects.filter(isClusterScoped).map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind }))
  return kinds.filter((one, index) => kinds.findIndex((other) => isSame(one, other)) === index)
}

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '')

const isSame = (one: GroupKind, other: GroupKind): boolean => one.group === other.group && one.kind === other.kind
