import { quantityPattern } from '../../fleet/checks/scalars.ts'
import type { Rule } from '../rule.ts'
import { volumesOf } from '../volumes.ts'

export const volumeSize: Rule = {
  name: 'volume-size',
  because: 'a claim of "10 gigs" is refused by the API server, and the Pod waits for its volume for ever',
  check: ({ placements }) =>
    placements
      // What is wrong in an object is told by its schema.
      .filter(({ layer }) => layer.kind === 'helm')
      .flatMap((placement) =>
        volumesOf(placement)
          .filter(({ size }) => size !== undefined && !quantityPattern.test(size))
          .map(({ what, size, placeOf }) => ({
            rule: volumeSize.name,
            place: placeOf('size', placement.place),
            reason: `${what} is given the size '${size}', which is none`,
            fix: "write a size, such as '10Gi'",
          })),
      ),
}
