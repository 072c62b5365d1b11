import { isRecord } from '../fleet/checks/check.ts'
import { equal } from './values.ts'

/** One step of a JSON patch, RFC 6902. */
export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }

/**
 * The steps that make one plain value of another: members of maps and items of lists one by one, as long as a list only
 * grows or shrinks at its end; any other list whole, because a reader could not follow the steps.
 */
export const patchSteps = (from: unknown, to: unknown, path = ''): readonly PatchStep[] => {
  if (equal(from, to)) return []
  if (isRecord(from) && isRecord(to)) return mapSteps(from, to, path)
  if (Array.isArray(from) && Array.isArray(to)) return listSteps(from, to, path)
  return [{ op: 'replace', path, value: to }]
}

type Members = Readonly<Record<string, unknown>>

const mapSteps = (from: Members, to: Members, path: string): readonly PatchStep[] => {
  const gone = Object.keys(from).filter((key) => from[key] !== undefined && to[key] === undefined)
  return [
    ...gone.map((key): PatchStep => ({ op: 'remove', path: `${path}/${escaped(key)}` })),
    ...Object.entries(to).flatMap(([key, value]): readonly PatchStep[] => {
      if (value === undefined) return []
      const inner = `${path}/${escaped(key)}`
      return from[key] === undefined ? [{ op: 'add', path: inner, value }] : patchSteps(from[key], value, inner)
    }),
  ]
}

const listSteps = (from: readonly unknown[], to: readonly unknown[], path: string): readonly PatchStep[] => {
  const shared = Math.min(from.length, to.length)
  const differing = Array.from({ length: shared }, (_, index) => index).filter(
    (index) => !equal(from[index], to[index]),
  )
  // One item that changed can be followed; when more did, items were most likely moved.
  if (differing.length > (from.length === to.length ? 1 : 0)) return [{ op: 'replace', path, value: to }]
  return [
    ...differing.flatMap((index) => patchSteps(from[index], to[index], `${path}/${index}`)),
    ...to.slice(shared).map((value): PatchStep => ({ op: 'add', path: `${path}/-`, value })),
    ...from.slice(shared).map((_, index): PatchStep => ({ op: 'remove', path: `${path}/${from.length - 1 - index}` })),
  ]
}

/** A map's key as a JSON pointer has it. */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
