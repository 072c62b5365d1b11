import type { RefusedValue } from '../../fleet/component.ts'
import type { Placement } from '../../plan/placement.ts'
import { at, equal } from '../../plan/values.ts'
import { valuePlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const refusedValues: Rule = {
  name: 'refused-values',
  because: "Loki kept its logs in its chart's own MinIO, whose login everybody knows",
  check: ({ placements }) =>
    placements.flatMap((placement) =>
      placement.definition.kind === 'helm'
        ? (placement.definition.refused ?? []).flatMap((refused) => refusal(refused, placement))
        : [],
    ),
}

const refusal = ({ path, value, because, instead }: RefusedValue, placement: Placement): readonly Problem[] => {
  const { name, layer, effective, place } = placement
  if (layer.kind !== 'helm' || effective.kind !== 'helm' || !equal(at(effective.values, path), value)) return []
  return [
    {
      rule: refusedValues.name,
      place: valuePlace(layer, path.split('.'), place),
      reason: `${path} of ${name} ${because}`,
      fix: instead,
    },
  ]
}
