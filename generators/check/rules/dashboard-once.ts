import type { ClusterPlan } from '../../plan/placement.ts'
import { dashboardPlace } from '../../plan/written-at.ts'
import { type Place, type Problem, placeName } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const dashboardOnce: Rule = {
  name: 'dashboard-once',
  because: "Grafana's sidecar keeps dashboards by file name, so that the second of a name took the place of the first",
  check: ({ cluster }) => second(cluster),
}

const second = ({ placements }: ClusterPlan): readonly Problem[] => {
  const first = new Map<string, Place>()
  return placements.flatMap(({ layer, place }) => {
    if (layer.kind !== 'manifests') return []
    return layer.dashboards.flatMap(({ name, model }, index) => {
      const { uid } = model
      const marks = [
        { is: `the file ${name}.json`, at: 'name' },
        ...(uid ? [{ is: `the UID ${uid}`, at: 'model.uid' }] : []),
      ]
      return marks.flatMap(({ is, at }): readonly Problem[] => {
        const other = first.get(is)
        if (other === undefined) first.set(is, place)
        if (other === undefined) return []
        return [
          {
            rule: dashboardOnce.name,
            place: dashboardPlace(layer, index, at.split('.')),
            reason: `a dashboard of ${placeName(other)} has ${is} already, and Grafana would show one of the two`,
            fix: 'give one of them another',
          },
        ]
      })
    })
  })
}
