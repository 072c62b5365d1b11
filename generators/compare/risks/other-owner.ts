import type { ObjectChange } from '../change.ts'
import { identityKey, identityText } from '../identity.ts'
import type { ChangeGroup } from '../review.ts'
import { dataOf } from './holds-data.ts'
import { isMarkedKept } from './owner.ts'
import type { ReviewHazard } from './review-hazard.ts'

/** An object that must not be made anew goes from one component to another, each with an owner of its own. */
export const otherOwner: ReviewHazard = {
  name: 'other-owner',
  among: (groups) => {
    const coming = comingIn(groups)
    return groups.flatMap((group) =>
      group.change.objects.filter(isPrecious).flatMap((object) =>
        (coming.get(identityKey(object.identity)) ?? [])
          .filter((next) => next !== group && next.clusters.some((cluster) => group.clusters.includes(cluster)))
          .map((next) => ({
            what: `${identityText(object.identity)} moves from ${group.component} to ${next.component}`,
            because,
            object: object.identity,
          })),
      ),
    )
  },
}

const because =
  'If the old owner prunes it before the new one has taken it over, it is deleted first, and what depends on it goes with it. Mark it to be kept in a change of its own, and move it after that.'

const isPrecious = ({ what, before }: ObjectChange): boolean =>
  what === 'removed' &&
  before !== undefined &&
  !isMarkedKept(before) &&
  (dataOf(before) !== undefined || before.kind === 'Namespace' || before.kind === 'CustomResourceDefinition')

const comingIn = (groups: readonly ChangeGroup[]): ReadonlyMap<string, readonly ChangeGroup[]> => {
  const coming = new Map<string, ChangeGroup[]>()
  for (const group of groups) {
    for (const { what, identity } of group.change.objects) {
      if (what !== 'added') continue
      const key = identityKey(identity)
      coming.set(key, [...(coming.get(key) ?? []), group])
    }
  }
  return coming
}
