import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import type { Container } from '../container.ts'
import type { Here } from './here.ts'
import { movedSetting } from './moved-setting.ts'
import { movedText } from './moved-text.ts'
import type { Replacement } from './replacement.ts'

/** A configuration as it is here; whatever is another is noted. */
export const movedFile = (
  name: string,
  text: string,
  container: Container,
  here: Here,
  note: (replacement: Replacement) => void,
): string => {
  const moved = (value: unknown, at: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => moved(one, [...at, `${index}`]))
    if (isRecord(value)) return movedMap(value, at)
    const found = typeof value === 'string' ? movedText(value, container, here) : undefined
    if (found !== undefined) note({ in: name, at, was: value, ...found })
    return found?.is ?? value
  }
  const movedMap = (map: Readonly<Record<string, unknown>>, at: readonly string[]) =>
    Object.fromEntries(
      Object.entries(map).flatMap(([key, value]) => {
        const found = movedSetting({ key, value, map, at }, container, here)
        if (found === undefined) return [[key, moved(value, [...at, key])]]
        const { kind, members } = found
        note({ in: name, at: [...at, key], kind, was: value, is: isOnly(key, members) ? members[key] : members })
        return Object.entries(members)
      }),
    )
  return toYaml(moved(parse(text), []))
}

const isOnly = (key: string, members: object): boolean => key in members && Object.keys(members).length === 1
