import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { valuePlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const credentialsFromASecret: Rule = {
  name: 'credentials-from-a-secret',
  because: 'a chart that is given no Secret makes up a password at every render, and nobody can log in twice',
  check: ({ placements }) => placements.flatMap(madeUp),
}

const madeUp = ({ name, place, definition, layer, effective }: Placement): readonly Problem[] => {
  if (definition.kind !== 'helm' || layer.kind !== 'helm' || effective.kind !== 'helm') return []
  const { values } = effective
  return (definition.credentials ?? [])
    .filter((path) => !at(values, path))
    .map((path) => ({
      rule: credentialsFromASecret.name,
      place: valuePlace(layer, path.split('.'), place),
      reason: `${name} names no Secret at ${path}, so its chart would make up a password at every render`,
      fix: `leave ${path} to the options of ${name}, which name a Secret: secret('NAME')`,
    }))
}
