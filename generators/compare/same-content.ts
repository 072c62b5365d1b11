import { equal } from '../plan/values.ts'
import type { Content } from './deployed.ts'
import { identityKey, identityOf } from './identity.ts'

/** Whether a cluster could not tell one content from the other: the order of objects, and of keys, means nothing. */
export const isSameContent = (one: Content, other: Content): boolean => {
  if (one === other) return true
  if (one.objects.length !== other.objects.length || !equal(one.release, other.release)) return false
  const objects = new Map(other.objects.map((object) => [identityKey(identityOf(object)), object]))
  return one.objects.every((object) => equal(object, objects.get(identityKey(identityOf(object)))))
}
