import { asData, isCollection, isItems, type Members } from './data.ts'

/** A Kubernetes object as people read it: apiVersion, kind, metadata, type, spec, then the rest as given. */
export const inReadingOrder = (map: Members): Members => {
  const { apiVersion, kind, metadata, type, spec, ...rest } = map
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return map
  return { apiVersion, kind, metadata: metadataInOrder(asData(metadata)), type, spec, ...rest }
}

const metadataInOrder = (metadata: unknown): unknown => {
  if (!isCollection(metadata) || isItems(metadata)) return metadata
  const { name, namespace, labels, annotations, ...rest } = metadata
  return { name, namespace, labels, annotations, ...rest }
}
