import { isClusterScoped } from '../check/cluster-scoped.ts'
import type { Repository } from '../fleet/fleet.ts'
import { appProject, type GroupKind } from '../objects/argo-cd/app-project.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { sourcesOf } from './argo-sources.ts'
import type { Document } from './folder.ts'

/** The AppProject of a cluster: exactly what its Applications read and write. */
export const projectDocument = ({ cluster, placements }: ClusterPlan, repository: Repository): Document => {
  const { name, place, argo } = cluster
  const sources = placements.flatMap((one) => sourcesOf(one, repository).map(({ repoURL }) => repoURL))
  const namespaces = [...cluster.namespaces.map((one) => one.name), ...placements.flatMap(namespacesBeside)]
  const hasCharts = placements.some(({ layer }) => layer.kind === 'helm')
  return {
    yaml: appProject({
      ...{ name, home: argo.namespace, place },
      sourceRepos: sorted([repository.url, ...sources]),
      // Applications themselves stand where Argo CD runs.
      namespaces: sorted([argo.namespace, ...namespaces]),
      clusterKinds: hasCharts ? [{ group: '*', kind: '*' }] : clusterKinds(placements),
    }),
    comments: hasCharts ? anyKind : none,
  }
}

const anyKind = new Map([['/spec/clusterResourceWhitelist/0', 'Which kinds a chart brings, the chart alone decides.']])
const none: ReadonlyMap<string, string> = new Map()

const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].sort()

/** Namespaces beside a component's own that its chart puts objects into. */
const namespacesBeside = ({ definition, options }: Placement): readonly string[] =>
  definition.kind === 'helm' ? (definition.alsoIn?.(options) ?? []) : []

const clusterKinds = (placements: readonly Placement[]): readonly GroupKind[] => {
  const objects = placements.flatMap(({ effective }) => (effective.kind === 'manifests' ? effective.objects : []))
  const kinds = objects.filter(isClusterScoped).map(({ apiVersion, kind }) => {
    const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : []
    return `${kind} ${group}`
  })
  return sorted(['Namespace ', ...kinds]).map((words) => {
    const [kind = '', group = ''] = words.split(' ')
    return { group, kind }
  })
}
