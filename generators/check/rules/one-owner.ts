import { type Problem, placeName } from '../../problem.ts'
import { type OwnedObject, ownedObjects } from '../owned-objects.ts'
import type { Rule, Subject } from '../rule.ts'

export const oneOwner: Rule = {
  name: 'one-owner',
  because: 'two Kustomizations applied one object, both were Ready, and its value flipped for ever',
  check: (subject) => secondOwners(subject),
}

const secondOwners = (subject: Subject): readonly Problem[] => {
  const first = new Map<string, OwnedObject>()
  return ownedObjects(subject).flatMap((owned) => {
    const other = first.get(owned.object.key)
    if (other !== undefined) return [secondOwner(owned, other)]
    first.set(owned.object.key, owned)
    return []
  })
}

const secondOwner = ({ object: { name, place }, owner }: OwnedObject, other: OwnedObject): Problem => ({
  rule: oneOwner.name,
  place: place?.() ?? owner,
  reason:
    placeName(owner) === placeName(other.owner)
      ? `${name} stands here twice`
      : `${name} is already brought by ${placeName(other.owner)}`,
  fix: 'leave it to one of them, or give one another name',
})
