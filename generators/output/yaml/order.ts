import { asData, isCollection, isItems, type Members } from './data.ts'

/** A Kubernetes object as people read it: apiVersion, kind, metadata, type, spec, then the rest as given. */
export const inReadingOrder = (map: Members): Members => {
  const { apiVersion, kind, metadata, type, spec } = map
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return map
  return opening({ apiVersion, kind, metadata: metadataInOrder(asData(metadata)), type, spec }, map)
}

const metadataInOrder = (metadata: unknown): unknown => {
  if (!isCollection(metadata) || isItems(metadata)) return metadata
  const { name, namespace, labels, annotations } = metadata
  return opening({ name, namespace, labels, annotations }, metadata)
}

/** Some members first, then the others of the map. */
const opening = (first: Record<string, unknown>, map: Members): Members => {
  for (const key in map) if (!Object.hasOwn(first, key)) first[key] = map[key]
  return first
}
