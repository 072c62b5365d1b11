import { type Place, type Problem, placeName } from '../../problem.ts'
import { type NamedObject, type OwnedObjects, ownedObjects } from '../owned-objects.ts'
import type { Rule } from '../rule.ts'

export const oneOwner: Rule = {
  name: 'one-owner',
  because: 'two Kustomizations applied one object, both were Ready, and its value flipped for ever',
  check: (subject) => {
    const owned = ownedObjects(subject)
    if (isEachOnce(owned)) return []
    const first = new Map<string, Place>()
    return owned.flatMap(({ owner, objects }) =>
      objects.flatMap((object) => {
        const other = first.get(object.key)
        if (other !== undefined) return [secondOwner(object, owner, other)]
        first.set(object.key, owner)
        return []
      }),
    )
  },
}

const isEachOnce = (owned: readonly OwnedObjects[]): boolean => {
  const seen = new Set<string>()
  for (const { objects } of owned) {
    for (const { key } of objects) {
      if (seen.has(key)) return false
      seen.add(key)
    }
  }
  return true
}

const secondOwner = ({ name, place }: NamedObject, owner: Place, other: Place): Problem => ({
  rule: oneOwner.name,
  place: place?.() ?? owner,
  reason:
    placeName(owner) === placeName(other)
      ? `${name} stands here twice`
      : `${name} is already brought by ${placeName(other)}`,
  fix: 'leave it to one of them, or give one another name',
})
