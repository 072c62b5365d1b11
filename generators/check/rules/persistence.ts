import type { Rule } from '../rule.ts'
import { volumesOf } from '../volumes.ts'

export const persistence: Rule = {
  name: 'persistence',
  because: 'Prometheus had no volume and lost its data with its Pod',
  check: ({ placements }) =>
    placements.flatMap((placement) =>
      volumesOf(placement)
        .filter(({ size }) => size === undefined)
        .map(({ what }) => ({
          rule: persistence.name,
          place: placement.place,
          reason: `${what} has no volume, and its data would be lost with its Pod`,
          fix: "give it a size, such as size: '10Gi', and leave its persistence on",
        })),
    ),
}
