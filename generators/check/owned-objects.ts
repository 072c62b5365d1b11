import type { KubernetesObject } from '../kubernetes-object.ts'
import { dashboardConfigMap } from '../layout/manifests-layer.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { dashboardPlace, objectPlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'
import { isClusterScoped } from './cluster-scoped.ts'

/** An object of a cluster, and who brings it. */
export interface OwnedObject {
  /** The same for the same object, whichever version of its API it is written in. */
  readonly key: string
  /** For people: `Deployment monitoring/web`. */
  readonly name: string
  /** Where whoever brings it stands in the fleet. */
  readonly owner: Place
  /** Where the object itself is written. */
  readonly place: () => Place
}

/** Every object that Flux would apply in a cluster. What charts render themselves is not known here. */
export function* ownedObjects({ cluster, placements, secrets }: ClusterPlan): Generator<OwnedObject> {
  for (const { name, settings, place } of cluster.namespaces) {
    if (!settings.exists) yield owned(core('Namespace', name), name, place)
  }
  for (const placement of placements) yield* objectsOf(placement)
  for (const { name, namespace, source, place } of secrets) {
    if (source.from !== 'existing') yield owned(core('Secret', name), namespace, place)
  }
}

function* objectsOf(placement: Placement): Generator<OwnedObject> {
  const { layer, name, definition, place } = placement
  const namespace = placement.namespace.name
  const flux = (group: string, kind: string) =>
    owned(objectOf(`${group}.toolkit.fluxcd.io/v1`, kind, name), namespace, place)
  yield flux('kustomize', 'Kustomization')
  if (layer.kind === 'helm') {
    const isOci = definition.kind === 'helm' && definition.chart.url.startsWith('oci://')
    yield flux('helm', 'HelmRelease')
    yield flux('source', isOci ? 'OCIRepository' : 'HelmRepository')
    return
  }
  for (const [index, object] of layer.objects.entries()) {
    yield owned(object, namespace, place, () => objectPlace(layer, index))
  }
  for (const [index, dashboard] of layer.dashboards.entries()) {
    const configMap = core('ConfigMap', dashboardConfigMap(name, dashboard.name))
    yield owned(configMap, namespace, place, () => dashboardPlace(layer, index))
  }
}

const owned = (object: KubernetesObject, namespace: string, owner: Place, place = () => owner): OwnedObject => {
  const [group = ''] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : []
  // Whatever an object says of a namespace, kustomize puts it into that of its component.
  const home = isClusterScoped(object) ? '' : `${namespace}/`
  const name = `${object.kind} ${home}${object.metadata.name}`
  return { key: `${group} ${name}`, name, owner, place }
}

const core = (kind: string, name: string) => objectOf('v1', kind, name)

const objectOf = (apiVersion: string, kind: string, name: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name },
})
