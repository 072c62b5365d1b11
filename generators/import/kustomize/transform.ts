import { containersOf, podOf } from '../../check/pods.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { isClusterScoped } from '../../objects/kubernetes/cluster-scoped.ts'
import { jsonPatched } from './json-patch.ts'
import { mapOr, mapsIn } from './lists.ts'
import { type Resource, withMetadata } from './resource.ts'

type Fields = Readonly<Record<string, unknown>>

/** `namespace:` of a kustomization. It renames a Namespace, and moves whatever stands in one. */
export const inNamespace = (resources: readonly Resource[], namespace: string): readonly Resource[] =>
  resources.map((resource) => {
    if (resource.object.kind === 'Namespace') return withMetadata(resource, { name: namespace })
    return isClusterScoped(resource.object) ? resource : withMetadata(resource, { namespace })
  })

/** `labels:`, `commonLabels:` and `commonAnnotations:`, in the metadata alone: what selects keeps selecting. */
export const marked = (
  resources: readonly Resource[],
  member: 'annotations' | 'labels',
  marks: Fields,
): readonly Resource[] =>
  Object.keys(marks).length === 0
    ? resources
    : resources.map((one) => withMetadata(one, { [member]: { ...mapOr(one.object.metadata[member]), ...marks } }))

/** `images:` of a kustomization. */
export const withImages = (resources: readonly Resource[], images: unknown): readonly Resource[] =>
  mapsIn(images).length === 0
    ? resources
    : resources.map((one) => ({ ...one, object: mapsIn(images).reduce(withImage, one.object) }))

const withImage = (object: KubernetesObject, { name, newName, newTag, digest }: Fields): KubernetesObject => {
  const pod = podOf(object)
  if (pod === undefined) return object
  const steps = containersOf(pod).flatMap(({ container: { image }, path }) => {
    const [, repository, rest = ''] = /^(.*?)((?::[^/]*)?)$/.exec(String(image).replace(/@.*$/, '')) ?? []
    if (repository !== name) return []
    const version = digest !== undefined ? `@${digest}` : newTag !== undefined ? `:${newTag}` : rest
    return [{ op: 'add', path: `/${[...path, 'image'].join('/')}`, value: `${newName ?? name}${version}` }]
  })
  return (jsonPatched(object, steps) ?? object) as KubernetesObject
}

/** `replicas:` of a kustomization. */
export const withReplicas = (resources: readonly Resource[], replicas: unknown): readonly Resource[] =>
  mapsIn(replicas).reduce<readonly Resource[]>(
    (all, { name, count }) =>
      all.map((one) => {
        const { kind, metadata, spec } = one.object
        const isMeant = metadata.name === name && /^(Deployment|ReplicaSet|StatefulSet)$/.test(kind)
        return isMeant ? { ...one, object: { ...one.object, spec: { ...mapOr(spec), replicas: count } } } : one
      }),
    resources,
  )
