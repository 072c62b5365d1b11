import type { CompleteCluster, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { inOrder } from './dependencies.ts'
import type { Provision } from './draft.ts'
import type { Placement, PlannedSecret } from './placement.ts'
import { resolve } from './resolve.ts'
import { secretsDefinition, secretsLayer } from './secrets.ts'

/** Places the component that brings a namespace's Secrets, when any of them comes out of the tree. */
export const secretsPlacement = (
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  secrets: readonly PlannedSecret[],
  provisions: readonly Provision[],
): { readonly placements: readonly Placement[]; readonly problems: readonly Problem[] } => {
  const layer = secretsLayer(cluster, namespace, secrets)
  if (layer === undefined) return { placements: [], problems: [] }
  const { name, place, objects, dashboards } = layer
  const own = {
    name,
    place,
    definition: secretsDefinition,
    options: {},
    isWhole: true,
    placeOf: () => place,
    provides: [],
    requires: objects.length > 0 ? [{ kind: 'crd', group: 'external-secrets.io' } as const] : [],
  }
  const { after, problems } = resolve({ ...own, namespace: namespace.name }, provisions, cluster)
  const dependsOn = inOrder(after.map((one) => ({ name: one.name, namespace: one.namespace })))
  const effective = { kind: 'manifests', objects, dashboards } as const
  return { placements: [{ ...own, cluster, namespace, layer, effective, dependsOn }], problems }
}
