import { at } from '../../plan/values.ts'
import type { Rule } from '../rule.ts'

export const credentialsFromASecret: Rule = {
  name: 'credentials-from-a-secret',
  because: 'a chart that is given no Secret makes up a password at every render, and nobody can log in twice',
  check: ({ placements }) =>
    placements.flatMap(({ name, place, definition, effective }) => {
      if (definition.kind !== 'helm' || effective.kind !== 'helm') return []
      return (definition.credentials ?? [])
        .filter((path) => !at(effective.values, path))
        .map((path) => ({
          rule: credentialsFromASecret.name,
          place,
          reason: `${name} names no Secret at ${path}, so the chart would generate a password at every render`,
          fix: `leave ${path} to the component's options, such as secret('NAME')`,
        }))
    }),
}
