import { isRecord } from '../../fleet/checks/check.ts'
import type { Problem } from '../../problem.ts'
import { valuesOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const sameNamespaceOverride: Rule = {
  name: 'same-namespace-override',
  because:
    'a chart put its hooks into another namespace than Argo CD looks into, and the sync hung for ever without a word',
  check: ({ cluster }) =>
    cluster.cluster.engine === 'argo-cd'
      ? cluster.placements.flatMap((placement) => {
          const placed = valuesOf(placement)
          const home = placement.namespace.name
          if (placed === undefined) return []
          return overridesIn(placed.values, [])
            .filter(({ namespace }) => namespace !== home)
            .map(
              ({ namespace, path }): Problem => ({
                rule: sameNamespaceOverride.name,
                place: placed.place(path),
                reason: `${path.join('.')} of ${placement.name} is ${namespace}, and Argo CD syncs it into ${home}`,
                fix: `remove it, or place the component in ${namespace}`,
              }),
            )
        })
      : [],
}

interface Override {
  readonly namespace: string
  readonly path: readonly string[]
}

/** Sub-charts have one of their own. */
const overridesIn = (value: unknown, path: readonly string[]): readonly Override[] => {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (key !== 'namespaceOverride') return overridesIn(inner, here)
    return typeof inner === 'string' && inner !== '' ? [{ namespace: inner, path: here }] : []
  })
}
