import { listed } from './listed.ts'
import { changing, isEverywhere, reaches } from './reach.ts'
import { isProduction, type ReviewHazard } from './review-hazard.ts'

/** Something changes in production together with another environment. Everywhere at once is a risk of its own. */
export const productionWithOthers: ReviewHazard = {
  name: 'production-with-others',
  among: (groups, fleet) =>
    reaches(groups)
      .filter((reach) => !isEverywhere(reach, fleet))
      .filter(({ environments }) => environments.some(isProduction) && !environments.every(isProduction))
      .map(({ components, environments }) => ({
        what: `${changing(components)} in ${listed(environments.filter(isProduction))} together with ${listed(environments.filter((one) => !isProduction(one)))}`,
        because,
      })),
}

const because =
  'Production gets it in the same moment as the environment that it should be tried in. Change that one first, and production once it has run there.'
