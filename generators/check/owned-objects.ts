import type { KubernetesObject } from '../kubernetes-object.ts'
import { dashboardConfigMap } from '../layout/manifests-layer.ts'
import { isClusterScoped } from '../objects/kubernetes/cluster-scoped.ts'
import { dashboardPlace, objectPlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'
import type { Shared, Subject } from './rule.ts'

/** Objects of a cluster that are brought together. */
export interface OwnedObjects {
  /** Where whoever brings them stands in the fleet. */
  readonly owner: Place
  readonly objects: readonly NamedObject[]
}

export interface NamedObject {
  /** The same for the same object, whichever version of its API it is written in. */
  readonly key: string
  /** For people: `Deployment monitoring/web`. */
  readonly name: string
  /** Where the object itself is written. Default: where its owner stands. */
  readonly place?: () => Place
}

/** Every object that Flux would apply in a cluster. What charts render themselves is not known here. */
export const ownedObjects = ({ cluster: { cluster, placements, secrets }, once }: Subject): readonly OwnedObjects[] => [
  ...cluster.namespaces.flatMap(({ name, settings, place }) =>
    settings.exists ? [] : [{ owner: place, objects: [named(core('Namespace', name), name)] }],
  ),
  ...placements.map((placement) => ({ owner: placement.place, objects: once(placement, objectsOf) })),
  ...secrets.flatMap(({ name, namespace, source, place }) =>
    source.from === 'existing' ? [] : [{ owner: place, objects: [named(core('Secret', name), namespace)] }],
  ),
]

const objectsOf = ({ layer, definition }: Shared): readonly NamedObject[] => {
  const { name, namespace } = layer
  const flux = (group: string, kind: string) => named(objectOf(`${group}.toolkit.fluxcd.io/v1`, kind, name), namespace)
  if (layer.kind === 'helm') {
    const isOci = definition.kind === 'helm' && definition.chart.url.startsWith('oci://')
    return [
      flux('kustomize', 'Kustomization'),
      flux('helm', 'HelmRelease'),
      flux('source', isOci ? 'OCIRepository' : 'HelmRepository'),
    ]
  }
  return [
    flux('kustomize', 'Kustomization'),
    ...layer.objects.map((object, index) => named(object, namespace, () => objectPlace(layer, index))),
    ...layer.dashboards.map((dashboard, index) => {
      const configMap = core('ConfigMap', dashboardConfigMap(name, dashboard.name))
      return named(configMap, namespace, () => dashboardPlace(layer, index))
    }),
  ]
}

const named = (object: KubernetesObject, namespace: string, place?: () => Place): NamedObject => {
  const [group = ''] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : []
  // Whatever an object says of a namespace, kustomize puts it into that of its component.
  const home = isClusterScoped(object) ? '' : `${namespace}/`
  const name = `${object.kind} ${home}${object.metadata.name}`
  return { key: `${group} ${name}`, name, ...(place === undefined ? {} : { place }) }
}

const core = (kind: string, name: string) => objectOf('v1', kind, name)

const objectOf = (apiVersion: string, kind: string, name: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name },
})
