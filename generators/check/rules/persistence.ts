import type { Place, Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'
import { type ClaimedVolume, volumesOf } from '../volumes.ts'

export const persistence: Rule = {
  name: 'persistence',
  because: 'Prometheus had no volume and lost its data with its Pod',
  check: ({ placements }) =>
    placements.flatMap((placement) => volumesOf(placement).flatMap((volume) => lost(volume, placement.place))),
}

const lost = ({ what, size, replacedBy, placeOf }: ClaimedVolume, otherwise: Place): readonly Problem[] => {
  if (replacedBy !== undefined) {
    return [
      {
        rule: persistence.name,
        place: placeOf('replacedBy', otherwise),
        reason: `${what} keeps its data on no volume because of ${replacedBy}, and would lose it with its Pod`,
        fix: 'remove it',
      },
    ]
  }
  if (size !== undefined) return []
  return [
    {
      rule: persistence.name,
      place: placeOf('size', otherwise),
      reason: `${what} is given no size, so that no volume keeps its data`,
      fix: "give it a size, such as '10Gi'",
    },
  ]
}
