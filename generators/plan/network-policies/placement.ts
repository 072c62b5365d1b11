import type { CompleteCluster, CompleteNamespace } from '../../fleet/complete/complete-fleet.ts'
import type { Definition } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import type { Connection } from '../flows/connection.ts'
import { layerFolder, type ManifestsLayer } from '../layer.ts'
import type { Placement } from '../placement.ts'
import { networkPoliciesComponent } from './closed.ts'
import { policiesOf } from './policies.ts'

/** Only a name and a tier: what the layer holds follows from what the components of the cluster need of each other. */
const definition: Definition = manifestsComponent({
  name: networkPoliciesComponent,
  tier: 'infrastructure',
  options: {},
  objects: () => [],
}).definition

/** Places the component that closes a namespace. It waits for nothing, and every component of the namespace for it. */
export const policiesPlacement = (
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  placements: readonly Placement[],
  connections: readonly Connection[],
): Placement => {
  const name = networkPoliciesComponent
  const place = [...namespace.place, 'networkPolicies']
  const policies = policiesOf(namespace.name, placements, connections)
  const objects = policies.map(({ policy }) => policy)
  const layer: ManifestsLayer = {
    kind: 'manifests',
    definition: definition as ManifestsLayer['definition'],
    level: 'cluster',
    owner: cluster.name,
    namespace: namespace.name,
    name,
    folder: layerFolder(definition.tier, 'cluster', cluster.name, namespace.name, name),
    place,
    origin: place,
    options: {},
    objects,
    comments: new Map(policies.map(({ policy, comments }) => [policy, comments])),
    dashboards: [],
    people: [],
  }
  return {
    name,
    place,
    cluster,
    namespace,
    definition,
    options: {},
    provides: [],
    requires: [],
    uses: [],
    layer,
    effective: { kind: 'manifests', objects, dashboards: [] },
    dependsOn: [],
  }
}
