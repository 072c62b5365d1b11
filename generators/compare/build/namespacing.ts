import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { isClusterScoped } from '../../objects/kubernetes/cluster-scoped.ts'
import { each, type Item, onceEach } from './item.ts'

/**
 * Puts objects into the namespace that a kustomization names, and gives a Namespace its name. Undefined where there is one
 * in whose inside kustomize would look for namespaces as well.
 */
export const namespacing = () => {
  const made = onceEach<KubernetesObject | undefined>()
  return (items: readonly Item[], namespace: string): readonly Item[] | undefined =>
    each(items, (item) => {
      const object = made(item.object, namespace, () => placed(item.object, namespace))
      return object === undefined || object === item.object ? object && item : { ...item, object }
    })
}

const placed = (object: KubernetesObject, namespace: string): KubernetesObject | undefined => {
  const { kind, metadata } = object
  if (namesServices.has(kind) || namesOthers(object, namespace)) return undefined
  if (kind === 'Namespace') return withMetadata(object, { ...metadata, name: namespace })
  if (isClusterScoped(object) || metadata.namespace === namespace) return object
  return withMetadata(object, { ...metadata, namespace })
}

const withMetadata = (object: KubernetesObject, metadata: KubernetesObject['metadata']): KubernetesObject => ({
  ...object,
  metadata,
})

/** Kinds that name a Service with its namespace. */
const namesServices: ReadonlySet<string> = new Set([
  'APIService',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
])

/** Whether it binds a ServiceAccount of another namespace: kustomize moves some of those along. */
const namesOthers = ({ kind, subjects }: KubernetesObject, namespace: string): boolean =>
  kind.endsWith('RoleBinding') &&
  Array.isArray(subjects) &&
  subjects.some((one) => isRecord(one) && one.kind === 'ServiceAccount' && one.namespace !== namespace)
