import { parse } from 'yaml'
import { isRecord } from '../fleet/checks/check.ts'
import { toYaml } from '../output/yaml/emit.ts'
import { loopback } from './addresses.ts'
import type { Container, Variable } from './container.ts'
import { credentials, nodeName } from './credentials.ts'
import type { Here } from './here.ts'
import { movedSetting } from './moved-setting.ts'
import { movedText } from './moved-text.ts'
import { notSaid } from './not-said.ts'
import type { Replacement } from './replacement.ts'

/** A container as it is started here. */
export interface Moved {
  readonly container: Container
  /** The texts of its ConfigMaps, by their path below the folder that stands for its `/`. */
  readonly files: ReadonlyMap<string, string>
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly replacements: readonly Replacement[]
}

/** A container with other addresses, paths and credentials, and the same in everything else. */
export const moved = (container: Container, here: Here): Moved => {
  const replacements: Replacement[] = []
  const note = (replacement: Replacement): void => {
    replacements.push(replacement)
  }
  const files = container.mounts.flatMap(({ path, files = {} }) =>
    Object.entries(files).map(
      ([name, text]) => [`${path}/${name}`, movedFile(name, text, container, here, note)] as const,
    ),
  )
  const said = (from: string, at: string, text: string): string => {
    const found = movedText(text, container, here)
    if (found !== undefined) note({ in: from, at: [at], was: text, ...found })
    return found?.is ?? text
  }
  const args = container.args.map((arg, index) => said('args', `${index}`, arg))
  const env = container.env.map((one) => [one.name, said('env', one.name, saidBy(one, container))])
  const more = notSaid(container, here)
  for (const is of more) note({ in: 'args', at: [], kind: 'address', was: undefined, is })
  return {
    container,
    files: new Map(files),
    args: [...args, ...more],
    env: { ...Object.fromEntries(env), KUBECONFIG: `${here.root}${credentials.kubeconfig}` },
    replacements,
  }
}

/** What a variable says, and a field of the Pod here. */
const saidBy = (variable: Variable, { name }: Container): string => {
  if ('value' in variable) return variable.value
  const fields: Readonly<Record<string, string>> = {
    'metadata.name': `${name}-0`,
    'spec.nodeName': nodeName,
    'status.hostIP': loopback,
    'status.podIP': loopback,
  }
  return fields[variable.field] ?? ''
}

type Note = (replacement: Replacement) => void

const movedFile = (name: string, text: string, container: Container, here: Here, note: Note): string => {
  const walk = (value: unknown, at: readonly string[]): unknown => {
    if (typeof value === 'string') {
      const found = movedText(value, container, here)
      if (found !== undefined) note({ in: name, at, was: value, ...found })
      return found?.is ?? value
    }
    if (Array.isArray(value)) return value.map((one, index) => walk(one, [...at, `${index}`]))
    return isRecord(value) ? walkMap(value, at) : value
  }
  const walkMap = (map: Readonly<Record<string, unknown>>, at: readonly string[]) =>
    Object.fromEntries(
      Object.entries(map).flatMap(([key, value]) => {
        const place = [...at, key]
        const found = movedSetting({ key, value, map, at }, container, here)
        if (found === undefined) return [[key, walk(value, place)]]
        const members = Object.entries(found.members)
        const [[only, is]] = members as [[string, unknown]]
        const same = members.length === 1 && only === key
        note({ in: name, at: place, was: value, is: same ? is : found.members, kind: found.kind })
        return members
      }),
    )
  return toYaml(walk(parse(text), []))
}
