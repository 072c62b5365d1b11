import { isRecord } from '../fleet/checks/check.ts'
import { at } from '../plan/values.ts'

type Items = readonly unknown[]

/** By what an item is known among the others of its list. */
export type Label = (item: unknown) => string

/**
 * What items of lists are known by, the first that tells all apart. Of the names in a member's first line any will do;
 * the others tell apart what is alike without them, and may be missing.
 */
const keys: readonly { readonly any: readonly string[]; readonly and?: readonly string[] }[] = [
  { any: ['name'] },
  { any: ['name'], and: ['namespace'] },
  { any: ['name'], and: ['kind', 'namespace'] },
  { any: ['metadata.name'] },
  { any: ['metadata.name'], and: ['kind', 'metadata.namespace'] },
  { any: ['alert', 'record'] },
  { any: ['alert', 'record'], and: ['labels.severity'] },
  { any: ['title'] },
  { any: ['title'], and: ['type'] },
  { any: ['uid'] },
  { any: ['job_name'] },
  { any: ['key'] },
  { any: ['key'], and: ['operator', 'value', 'effect'] },
  { any: ['containerPort', 'port'], and: ['protocol'] },
  { any: ['mountPath', 'devicePath'] },
  { any: ['secretKey', 'secretName'] },
  { any: ['topologyKey'] },
  { any: ['host'] },
  { any: ['ip'] },
  { any: ['refId'] },
  { any: ['path'] },
  { any: ['repoURL'], and: ['chart', 'path', 'ref'] },
  { any: ['groupVersionKind.kind'], and: ['groupVersionKind.group'] },
  { any: ['kind'], and: ['group'] },
  { any: ['type'] },
]

/** What tells the items of a list apart in both states. Undefined where nothing does: then by what they are like. */
export const naturalKey = (before: Items, after: Items): Label | undefined => {
  if (![before, after].every((items) => items.every(isRecord))) return undefined
  return keys
    .map(
      ({ any, and = [] }): Label =>
        (item) => {
          const first = any.map((path) => scalarAt(item, path)).find((value) => value !== '') ?? ''
          return first && [first, ...and.map((path) => scalarAt(item, path)).filter((value) => value !== '')].join('/')
        },
    )
    .find((label) => [before, after].every((items) => tellsApart(label, items)))
}

const scalarAt = (item: unknown, path: string): string => {
  const value = at(item, path)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const tellsApart = (label: Label, items: Items): boolean => {
  const labels = new Set(items.map(label))
  return labels.size === items.length && !labels.has('')
}
