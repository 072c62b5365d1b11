import { isRecord } from '../../fleet/checks/check.ts'

type Fields = Readonly<Record<string, unknown>>

/** By what Kubernetes tells the entries of a list apart, in the objects of its own. */
const keys: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  volumeMounts: 'mountPath',
  volumes: 'name',
}

/** Lays a patch over an object: maps deep, null takes away, lists as a whole unless Kubernetes tells their entries apart. */
export const strategicMerge = (object: Fields, patch: Fields, isBuiltIn: boolean): Fields => {
  if (patch.$patch === 'replace') return without(patch, '$patch')
  const merged: Record<string, unknown> = { ...object }
  for (const [field, value] of Object.entries(patch)) {
    const old = merged[field]
    if (value === null) delete merged[field]
    else if (isRecord(old) && isRecord(value)) merged[field] = strategicMerge(old, value, isBuiltIn)
    else if (isBuiltIn && Array.isArray(old) && Array.isArray(value)) merged[field] = mergedList(field, old, value)
    else merged[field] = isRecord(value) ? strategicMerge({}, value, isBuiltIn) : value
  }
  return merged
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name))

const mergedList = (field: string, old: readonly unknown[], entries: readonly unknown[]): readonly unknown[] => {
  const key = keyOf(field, old)
  if (key === undefined || !entries.every(isRecord)) return entries
  const kept = old.filter(isRecord).flatMap((one) => {
    const patch = entries.find((entry) => entry[key] === one[key])
    if (patch?.$patch === 'delete') return []
    return [patch === undefined ? one : strategicMerge(one, patch, true)]
  })
  const added = entries.filter(
    (entry) => entry.$patch === undefined && !old.some((one) => isRecord(one) && one[key] === entry[key]),
  )
  return [...kept, ...added]
}

/** Ports of a container are told apart otherwise than those of a Service. */
const keyOf = (field: string, old: readonly unknown[]): string | undefined => {
  if (field !== 'ports') return Object.hasOwn(keys, field) ? keys[field] : undefined
  return old.some((one) => isRecord(one) && 'containerPort' in one) ? 'containerPort' : 'port'
}
