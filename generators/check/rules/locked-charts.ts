import { versionAt } from '../../charts/keeping/used-charts.ts'
import { unlocked } from '../../charts/lock/unlocked.ts'
import type { Rule } from '../rule.ts'

export const lockedCharts: Rule = {
  name: 'locked-charts',
  because:
    'a chart that the lock does not have comes in by its tag, which may move, while all others are held by digests',
  check: ({ layers, lock }) =>
    layers.flatMap((layer) => {
      if (lock === undefined || layer.kind !== 'helm') return []
      if (layer.above !== undefined && layer.version === undefined) return []
      const { chart } = layer.definition
      const { version, place } = versionAt(layer)
      return lock.digestOf({ ...chart, version }) === undefined ? [unlocked({ name: chart.name, version, place })] : []
    }),
}
