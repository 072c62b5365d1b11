import type { KubernetesObject } from '../kubernetes-object.ts'
import { isClusterScoped } from '../objects/kubernetes/cluster-scoped.ts'
import type { ObjectIdentity } from './change.ts'

/**
 * By what an object is known through all its changes. The version of its API is left out, because the API server keeps one
 * object for all versions, and a namespace is left out where the kind stands in none.
 */
export const identityOf = (object: KubernetesObject): ObjectIdentity => {
  const { apiVersion, kind, metadata } = object
  const identity = { group: groupOf(apiVersion), kind, name: metadata.name }
  return metadata.namespace === undefined || isClusterScoped(object)
    ? identity
    : { ...identity, namespace: metadata.namespace }
}

/** A text that two identities have in common if they are the same, to look one up by. */
export const identityKey = ({ group, kind, namespace = '', name }: ObjectIdentity): string =>
  `${group}/${kind}/${namespace}/${name}`

/** How people name it: `Deployment monitoring/web`. */
export const identityText = ({ kind, namespace, name }: ObjectIdentity): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`

/** Empty for Kubernetes' own core, whose versions stand alone: `v1`. */
const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')))
