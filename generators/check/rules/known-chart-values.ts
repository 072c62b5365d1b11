import { unknownKeys } from '../../charts/unknown-keys.ts'
import type { HelmLayer } from '../../plan/layer.ts'
import { valuePlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const knownChartValues: Rule = {
  name: 'known-chart-values',
  because:
    'a misspelt value is ignored by Helm in silence: the scheduler alarmed for ever although it was "switched off"',
  check: ({ layers }) => layers.flatMap((layer) => (layer.kind === 'helm' ? unknownValues(layer) : [])),
}

const unknownValues = (layer: HelmLayer): readonly Problem[] => {
  const { keys, name } = layer.definition.chart
  return unknownKeys(keys, layer.values).map((finding) => {
    const path = finding.path.join('.')
    const at = { rule: knownChartValues.name, place: valuePlace(layer, finding.path) }
    if ('expected' in finding) {
      return {
        ...at,
        reason: `${path} is a ${finding.expected} in the chart ${name}`,
        fix: `write a ${finding.expected}`,
      }
    }
    return {
      ...at,
      reason: `the chart ${name} knows no value ${path}, and would ignore it`,
      fix: finding.nearest === undefined ? 'remove it' : `write ${finding.nearest}`,
    }
  })
}
