import { listed } from './listed.ts'
import { changing, isEverywhere, reaches } from './reach.ts'
import type { ReviewHazard } from './review-hazard.ts'

/** Something changes in every environment at once. */
export const allEnvironments: ReviewHazard = {
  name: 'all-environments',
  among: (groups, fleet) =>
    reaches(groups)
      .filter((reach) => isEverywhere(reach, fleet))
      .map(({ components, environments }) => ({
        what: `${changing(components)} in every environment at once: ${listed(environments)}`,
        because,
      })),
}

const because =
  'If it goes wrong, it goes wrong everywhere, and no environment is left in which it was tried. Change one environment first, and the others once it has run there.'
