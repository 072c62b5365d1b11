import type { CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { inOrder } from './dependencies.ts'
import type { Placement, PlannedSecret } from './placement.ts'
import { resolve, type Surroundings } from './resolve.ts'
import { secretsDefinition, secretsLayer } from './secrets.ts'

/** Places the component that brings a namespace's Secrets, when any of them comes out of the tree. */
export const secretsPlacement = (
  namespace: CompleteNamespace,
  secrets: readonly PlannedSecret[],
  around: Surroundings,
): { readonly placements: readonly Placement[]; readonly problems: readonly Problem[] } => {
  const { cluster } = around
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
    uses: [],
    requires: objects.length > 0 ? [{ kind: 'crd', group: 'external-secrets.io' } as const] : [],
  }
  const { after, problems } = resolve({ ...own, namespace: namespace.name }, around)
  const dependsOn = inOrder(after.map((one) => ({ name: one.name, namespace: one.namespace })))
  const effective = { kind: 'manifests', objects, dashboards } as const
  return { placements: [{ ...own, cluster, namespace, layer, effective, dependsOn }], problems }
}
