import { grouped } from '../grouped.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { equal } from '../plan/values.ts'
import type { ObjectChange } from './change.ts'
import { fieldChanges } from './fields.ts'
import { identityKey, identityOf } from './identity.ts'

type Objects = readonly KubernetesObject[]

/** How the objects of one state become those of the other, in their order, new ones last. Equal ones are left out. */
export const objectChanges = (before: Objects, after: Objects): readonly ObjectChange[] => {
  if (equal(before, after)) return []
  const [old, young] = [before, after].map((objects) => grouped(objects, (object) => identityKey(identityOf(object))))
  return [...new Set([...old!.keys(), ...young!.keys()])].flatMap((key) =>
    sameObjectChanges(old!.get(key) ?? [], young!.get(key) ?? []),
  )
}

/** Objects of one identity: one in each state, unless a folder brings it twice. */
const sameObjectChanges = (before: Objects, after: Objects): readonly ObjectChange[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index) => [before[index], after[index]]).flatMap(
    ([was, is]) => objectChange(was, is),
  )

const objectChange = (before?: KubernetesObject, after?: KubernetesObject): readonly ObjectChange[] => {
  const object = after ?? before
  if (object === undefined) return []
  const identity = identityOf(object)
  if (before === undefined) return [{ identity, what: 'added', after: object, fields: [] }]
  if (after === undefined) return [{ identity, what: 'removed', before, fields: [] }]
  const fields = fieldChanges(before, after)
  return fields.length === 0 ? [] : [{ identity, what: 'changed', before, after, fields }]
}
