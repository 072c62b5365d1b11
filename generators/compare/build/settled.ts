import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/** Without labels and annotations where there are none: kustomize leaves out the empty maps. */
export const settled = (object: KubernetesObject): KubernetesObject => {
  const empty = ['labels', 'annotations'].filter((member) => isEmpty(object.metadata[member]))
  if (empty.length === 0) return object
  const metadata = Object.entries(object.metadata).filter(([member]) => !empty.includes(member))
  return { ...object, metadata: Object.fromEntries(metadata) as KubernetesObject['metadata'] }
}

const isEmpty = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0
