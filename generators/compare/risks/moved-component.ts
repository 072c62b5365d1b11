import type { ChangeGroup } from '../review.ts'
import { listed } from './listed.ts'
import type { ReviewHazard } from './review-hazard.ts'

/** A component goes away in one place and comes in another of the same cluster: another namespace, or another name. */
export const movedComponent: ReviewHazard = {
  name: 'moved-component',
  among: (groups) =>
    groups
      .filter(({ change }) => change.what === 'removed')
      .flatMap((old) =>
        groups
          .filter((next) => next.change.what === 'added' && isOfOneKind(old, next) && shared(old, next).length > 0)
          .map((next) => ({
            what: `${placed(old)} becomes ${placed(next)} in ${listed(shared(old, next))}`,
            because,
          })),
      ),
}

const because =
  'The old one is deleted and a new one starts empty: volumes, Secrets and addresses do not move along, and both may run for a while. Copy the data first, and see who calls it by its old address.'

/** The same component in another namespace; or the same chart under another name. */
const isOfOneKind = (old: ChangeGroup, next: ChangeGroup): boolean =>
  old.component === next.component ? placed(old) !== placed(next) : isOneChart(old, next)

const isOneChart = ({ change: old }: ChangeGroup, { change: next }: ChangeGroup): boolean =>
  old.release !== undefined && (old.release.chartBefore ?? old.release.chart) === next.release?.chart

const shared = (one: ChangeGroup, other: ChangeGroup): readonly string[] =>
  one.clusters.filter((cluster) => other.clusters.includes(cluster))

const placed = ({ component, namespaces }: ChangeGroup): string => `${namespaces.join(', ')}/${component}`
