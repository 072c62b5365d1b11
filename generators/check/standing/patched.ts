import { isRecord } from '../../fleet/checks/check.ts'
import { recordsIn } from '../pods.ts'

/** What a patch of ours makes of an object: the steps of a JSON patch, or its removal. */
export const patched = (object: unknown, patch: unknown): unknown => {
  if (isRecord(patch) && patch.$patch === 'delete') return undefined
  return recordsIn(patch).reduce<unknown>(
    (made, { record: { op, path, value } }) => step(made, String(path).split('/').slice(1).map(unescaped), op, value),
    object,
  )
}

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')

const step = (value: unknown, [key, ...rest]: readonly string[], op: unknown, given: unknown): unknown => {
  if (key === undefined) return given
  const change = (old: unknown): unknown => step(old, rest, op, given)
  if (Array.isArray(value)) {
    const index = key === '-' ? value.length : Number(key)
    const isLast = rest.length === 0
    if (isLast && op === 'remove') return value.toSpliced(index, 1)
    return value.toSpliced(index, isLast && op === 'add' ? 0 : 1, change(value[index]))
  }
  if (!isRecord(value)) return value
  if (rest.length > 0 || op !== 'remove') return { ...value, [key]: change(value[key]) }
  const { [key]: _, ...others } = value
  return others
}
