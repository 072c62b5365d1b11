import type { ClusterPlan } from '../../plan/placement.ts'
import { type Problem, placeName } from '../../problem.ts'
import { type OwnedObject, ownedObjects } from '../owned-objects.ts'
import type { Rule } from '../rule.ts'

export const oneOwner: Rule = {
  name: 'one-owner',
  because: 'two Kustomizations applied one object, both were Ready, and its value flipped for ever',
  check: ({ cluster }) => secondOwners(cluster),
}

const secondOwners = (cluster: ClusterPlan): readonly Problem[] => {
  const first = new Map<string, OwnedObject>()
  const problems: Problem[] = []
  for (const object of ownedObjects(cluster)) {
    const other = first.get(object.key)
    if (other === undefined) first.set(object.key, object)
    else problems.push(secondOwner(object, other))
  }
  return problems
}

const secondOwner = ({ name, owner, place }: OwnedObject, other: OwnedObject): Problem => ({
  rule: oneOwner.name,
  place: place(),
  reason:
    placeName(owner) === placeName(other.owner)
      ? `${name} stands here twice`
      : `${name} is already brought by ${placeName(other.owner)}`,
  fix: 'leave it to one of them, or give one another name',
})
