import { toYaml } from '../output/yaml/emit.ts'
import type { PatchStep } from '../plan/json-patch.ts'

/**
 * JSON patch steps as the text of a patch. Kustomize trims that text, and a value that ends in a block of lines would lose
 * its last line break, so such a value does not stand last.
 */
export const patchText = (steps: readonly PatchStep[]): string => {
  const last = steps.at(-1)
  if (last === undefined || last.op === 'remove' || !endsInLines(last.value)) return toYaml(steps)
  const { op, value, path } = last
  return toYaml([...steps.slice(0, -1), { op, value, path }])
}

/** Whether what is printed last is a text of several lines. */
const endsInLines = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\n')
  return typeof value === 'object' && value !== null && endsInLines(Object.values(value).at(-1))
}
