import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Origin } from '../note.ts'
import type { ReadDocument } from '../reading/documents.ts'

/** A Kubernetes object, and the file that it came from, whatever was patched since. */
export interface Resource {
  readonly object: KubernetesObject
  readonly origin: Origin
}

/** The objects of a document: one, those of a List, or none where it is something else. */
export const resourcesIn = ({ content, origin }: ReadDocument): readonly Resource[] => {
  if (content.kind === 'List' && Array.isArray(content.items)) {
    return content.items.filter(isObject).map((object) => ({ object, origin }))
  }
  return isObject(content) && !isKustomizeFile(content) ? [{ object: content, origin }] : []
}

export const isObject = (value: unknown): value is KubernetesObject =>
  isRecord(value) &&
  typeof value.apiVersion === 'string' &&
  typeof value.kind === 'string' &&
  isRecord(value.metadata) &&
  typeof value.metadata.name === 'string'

/** A file of kustomize's own is no object. */
export const isKustomizeFile = ({ apiVersion, kind }: Readonly<Record<string, unknown>>): boolean =>
  (typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')) ||
  (apiVersion === undefined && kind === 'Kustomization')

/** The API group of an object, empty for Kubernetes' own core. */
export const groupOf = ({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

/** The same object with other members in its metadata. */
export const withMetadata = ({ object, origin }: Resource, metadata: Readonly<Record<string, unknown>>): Resource => ({
  origin,
  object: { ...object, metadata: { ...object.metadata, ...metadata } },
})
