import type { CompleteCluster } from '../../fleet/complete/complete-fleet.ts'
import type { ClusterPlan, Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'

/** What must be in a cluster that nothing in the fleet brings: a line each, and whom it is for. */
export const prerequisites = ({ cluster, placements }: ClusterPlan): readonly string[] => [
  ...line(`${storageClassOf(cluster)}, for the volumes of`, placements.filter(keepsData)),
  ...line('the metrics-server, for the autoscalers of', placements.filter(isScaled)),
  ...line('a load balancer, for', placements.filter(hasDoor('LoadBalancer'))),
  ...line('an Ingress controller, for', placements.filter(hasDoor('Ingress'))),
  ...cluster.crds.map((group) => `the custom resources of \`${group}\`, and what reads them`),
]

const line = (what: string, components: readonly Placement[]): readonly string[] =>
  components.length === 0 ? [] : [`${what} ${[...new Set(components.map(({ name }) => name))].join(', ')}`]

const storageClassOf = ({ storageClass, environment }: CompleteCluster): string => {
  const name = storageClass ?? environment.settings.storageClass
  return name === undefined ? 'a default StorageClass' : `the StorageClass \`${name}\``
}

const keepsData = ({ definition, effective }: Placement): boolean =>
  effective.kind === 'helm'
    ? definition.kind === 'helm' && (definition.volumes ?? []).some(({ optional }) => optional !== true)
    : effective.objects.some(
        ({ kind, spec }) => kind === 'PersistentVolumeClaim' || at(spec, 'volumeClaimTemplates') !== undefined,
      )

const isScaled = ({ effective }: Placement): boolean =>
  effective.kind === 'manifests' && effective.objects.some(({ kind }) => kind === 'HorizontalPodAutoscaler')

/** A door says first by what people come in: `LoadBalancer 10.1.5.185`. */
const hasDoor =
  (by: string) =>
  ({ provides }: Placement): boolean =>
    provides.some((one) => one.kind === 'door' && one.how.split(' ', 1)[0] === by)
