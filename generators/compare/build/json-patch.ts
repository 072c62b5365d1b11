import { isRecord } from '../../fleet/checks/check.ts'

/** What steps of a JSON patch make of a value, or undefined where one of them does not apply, or is none that we write. */
export const applySteps = (value: unknown, steps: readonly unknown[]): unknown =>
  steps.reduce<unknown>((made, step) => {
    if (made === undefined || !isRecord(step) || typeof step.path !== 'string' || !step.path.startsWith('/'))
      return undefined
    const [, ...keys] = step.path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const change = changes[String(step.op)]
    return change && within(made, keys, (holder, key) => change(holder, key, step.value))
  }, value)

type Holder = readonly unknown[] | Readonly<Record<string, unknown>>
/** What becomes of a map or list when something changes at one of its keys. Undefined where it cannot. */
type Change = (holder: Holder, key: string, value: unknown) => Holder | undefined

const changes: Readonly<Record<string, Change>> = {
  add: (holder, key, value) => {
    if (!isList(holder)) return { ...holder, [key]: value }
    const index = key === '-' ? holder.length : indexIn(holder, key, holder.length)
    return index === undefined ? undefined : holder.toSpliced(index, 0, value)
  },
  replace: (holder, key, value) => {
    if (!isList(holder)) return key in holder ? { ...holder, [key]: value } : undefined
    const index = indexIn(holder, key)
    return index === undefined ? undefined : holder.toSpliced(index, 1, value)
  },
  remove: (holder, key) => {
    if (isList(holder)) {
      const index = indexIn(holder, key)
      return index === undefined ? undefined : holder.toSpliced(index, 1)
    }
    if (!(key in holder)) return undefined
    const { [key]: _, ...others } = holder
    return others
  },
}

/** Changes what holds the last of the keys; all that lead there are made anew. */
const within = (
  value: unknown,
  [key, ...deeper]: readonly string[],
  change: (holder: Holder, key: string) => unknown,
): unknown => {
  if (key === undefined || !(isRecord(value) || isList(value))) return undefined
  if (deeper.length === 0) return change(value, key)
  const old = isList(value) ? value[indexIn(value, key) ?? value.length] : value[key]
  const inner = within(old, deeper, change)
  return inner === undefined ? undefined : changes.replace!(value, key, inner)
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const indexIn = (list: readonly unknown[], key: string, last = list.length - 1): number | undefined =>
  /^(0|[1-9]\d*)$/.test(key) && Number(key) <= last ? Number(key) : undefined
