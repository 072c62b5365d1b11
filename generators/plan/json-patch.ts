import { isRecord } from '../fleet/checks/check.ts'
import { equal } from './values.ts'

/** One step of a JSON patch, RFC 6902. */
export type PatchStep =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }

/** The steps that make one plain value of another: members of maps one by one, lists whole. */
export const patchSteps = (from: unknown, to: unknown, path = ''): readonly PatchStep[] => {
  if (equal(from, to)) return []
  if (!isRecord(from) || !isRecord(to)) return [{ op: 'replace', path, value: to }]
  const gone = Object.keys(from).filter((key) => to[key] === undefined)
  return [
    ...gone.map((key): PatchStep => ({ op: 'remove', path: `${path}/${escaped(key)}` })),
    ...Object.entries(to).flatMap(([key, value]): readonly PatchStep[] => {
      if (value === undefined) return []
      const inner = `${path}/${escaped(key)}`
      return from[key] === undefined ? [{ op: 'add', path: inner, value }] : patchSteps(from[key], value, inner)
    }),
  ]
}

/** A map's key as a JSON pointer has it. */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
