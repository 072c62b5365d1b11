import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Problem, placeName } from '../../problem.ts'
import { chartOf, valuesOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const crdsOnce: Rule = {
  name: 'crds-once',
  because: 'two releases brought the same definitions, and each upgrade of one took back that of the other',
  check: ({ cluster: { placements } }) => {
    const first = new Map<string, Placement>()
    return placements.flatMap((placement) =>
      groupsOf(placement).flatMap(({ group, path }): readonly Problem[] => {
        const other = first.get(group)
        if (other === undefined) first.set(group, placement)
        if (other === undefined || other === placement) return []
        return [
          {
            rule: crdsOnce.name,
            place: path === undefined ? placement.place : (valuesOf(placement)?.place(path) ?? placement.place),
            reason: `${placement.name} brings the definitions of ${group}, which ${placeName(other.place)} brings already`,
            fix: 'leave them to one of the two',
          },
        ]
      }),
    )
  },
}

interface Group {
  readonly group: string
  readonly path?: readonly string[]
}

const operator = 'monitoring.coreos.com'

/** Those it says that it brings, first; then those that a chart is told to bring. */
const groupsOf = (placement: Placement): readonly Group[] => {
  const said = placement.provides.flatMap((one) => (one.kind === 'crd' ? [{ group: one.group }] : []))
  if (chartOf(placement) !== 'kube-prometheus-stack' || said.length > 0) return said
  const values = valuesOf(placement)?.values
  const told = [
    ...(at(values, 'crds.enabled') === false ? [] : [['crds', 'enabled']]),
    ...(at(values, 'crds.upgradeJob.enabled') === true ? [['crds', 'upgradeJob', 'enabled']] : []),
  ]
  return told.map((path) => ({ group: operator, path }))
}
