import { asData, isCollection, isItems, type Members } from './data.ts'

/** A Kubernetes object as people read it: apiVersion, kind, metadata, type, spec, then the rest as given. */
export const inReadingOrder = (map: Members): Members => {
  const { apiVersion, kind, metadata, type, spec } = map
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return map
  const opening = { apiVersion, kind, metadata, type, spec }
  return { ...opening, ...map, metadata: metadataInOrder(asData(metadata)) }
}

const metadataInOrder = (metadata: unknown): unknown => {
  if (!isCollection(metadata) || isItems(metadata)) return metadata
  const { name, namespace, labels, annotations } = metadata
  const opening = { name, namespace, labels, annotations }
  return { ...opening, ...metadata }
}
