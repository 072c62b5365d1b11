import { isRecord } from '../../fleet/checks/check.ts'

type Fields = Readonly<Record<string, unknown>>

/** Applies the steps of a JSON patch (RFC 6902); undefined where one does not fit. */
export const jsonPatched = (object: Fields, steps: readonly Fields[]): Fields | undefined => {
  let patched: unknown = object
  for (const step of steps) {
    patched = applied(patched, step)
    if (!isRecord(patched)) return undefined
  }
  return isRecord(patched) ? patched : undefined
}

const applied = (object: unknown, { op, path, value, from }: Fields): unknown => {
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined
  const steps = pointer(path)
  if (op === 'add' || op === 'replace') return put(object, steps, value, op)
  if (op === 'remove') return put(object, steps, undefined, op)
  if (op === 'test') return object
  if ((op !== 'copy' && op !== 'move') || typeof from !== 'string') return undefined
  const moved = at(object, pointer(from))
  const rest = op === 'move' ? put(object, pointer(from), undefined, 'remove') : object
  return moved === undefined ? undefined : put(rest, steps, moved, 'add')
}

const pointer = (path: string): readonly string[] =>
  path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const at = (object: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return object
  if (Array.isArray(object)) return at(object[Number(step)], rest)
  return isRecord(object) ? at(object[step], rest) : undefined
}

type Operation = 'add' | 'remove' | 'replace'

/** Undefined where there is nothing at the path to put it into. */
const put = (object: unknown, [step, ...rest]: readonly string[], value: unknown, op: Operation): unknown => {
  if (step === undefined) return value
  if (Array.isArray(object)) return putIntoList(object, step, rest, value, op)
  if (!isRecord(object)) return undefined
  if (rest.length === 0) {
    if (op !== 'add' && !Object.hasOwn(object, step)) return undefined
    const others = Object.entries(object).filter(([field]) => field !== step)
    if (op === 'remove') return Object.fromEntries(others)
    return { ...object, [step]: value }
  }
  const inner = put(object[step], rest, value, op)
  return inner === undefined ? undefined : { ...object, [step]: inner }
}

const putIntoList = (
  list: readonly unknown[],
  step: string,
  rest: readonly string[],
  value: unknown,
  op: Operation,
): unknown => {
  const index = step === '-' ? list.length : Number(step)
  const end = op === 'add' && rest.length === 0 ? list.length : list.length - 1
  if (!Number.isInteger(index) || index < 0 || index > end) return undefined
  if (rest.length === 0) return list.toSpliced(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]))
  const inner = put(list[index], rest, value, op)
  return inner === undefined ? undefined : list.with(index, inner)
}
