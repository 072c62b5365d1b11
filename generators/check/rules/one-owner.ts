import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const oneOwner: Rule = {
  name: 'one-owner',
  because: 'two Kustomizations applied one object, both were Ready, and its value flipped for ever',
  check: ({ cluster }) => secondOwners(cluster.placements),
}

const secondOwners = (placements: readonly Placement[]): readonly Problem[] => {
  const owners = new Map<string, Placement>()
  return placements.flatMap((placement) => {
    if (placement.effective.kind === 'helm') return []
    const namespace = placement.namespace.name
    return placement.effective.objects.flatMap((object) => {
      const key = `${object.apiVersion} ${objectName(object)} ${object.metadata.namespace ?? namespace}`
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, placement)
      return owner === undefined ? [] : [secondOwner(object, placement, owner)]
    })
  })
}

const secondOwner = (object: KubernetesObject, placement: Placement, owner: Placement): Problem => ({
  rule: oneOwner.name,
  place: placement.place,
  reason: `${objectName(object)} is already brought by ${owner.place.join('.')}`,
  fix: 'leave it to one of them, or give one another name',
})
