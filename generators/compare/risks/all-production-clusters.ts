import { grouped } from '../../grouped.ts'
import { changing } from './reach.ts'
import { isProduction, type ReviewHazard } from './review-hazard.ts'

/** Something changes in all clusters of production at once. */
export const allProductionClusters: ReviewHazard = {
  name: 'all-production-clusters',
  among: (groups, fleet) =>
    [
      ...grouped(
        groups.filter(({ environment }) => isProduction(environment)),
        ({ environment }) => environment,
      ),
    ].flatMap(([environment, own]) => {
      const all = fleet.get(environment) ?? []
      const components = [...grouped(own, ({ component }) => component)]
        .filter(([, of]) => all.every((cluster) => of.some(({ clusters }) => clusters.includes(cluster))))
        .map(([component]) => component)
      if (all.length < 2 || components.length === 0) return []
      return [
        {
          what: `${changing(components)} in all ${all.length} clusters of ${environment} at once`,
          because,
        },
      ]
    }),
}

const because =
  'No cluster is left that could take over if it goes wrong. Change one cluster first, by its own layer, and the environment once it has run there.'
