import type { Container, Variable } from '../container.ts'
import { loopback } from './addresses.ts'
import { nodeName } from './credentials.ts'
import type { Here } from './here.ts'
import { movedFile } from './moved-file.ts'
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
  const note = (one: Replacement): void => {
    replacements.push(one)
  }
  const said = (from: string, at: string, text: string): string => {
    const found = movedText(text, container, here)
    if (found !== undefined) note({ in: from, at: [at], was: text, ...found })
    return found?.is ?? text
  }
  const files = container.mounts.flatMap(({ path, files = {} }) =>
    Object.entries(files).map(
      ([name, text]) => [`${path}/${name}`, movedFile(name, text, container, here, note)] as const,
    ),
  )
  const args = container.args.map((arg, index) => said('args', `${index}`, arg))
  const env = container.env.map((one) => [one.name, said('env', one.name, saidBy(one, container))])
  const more = notSaid(container, here)
  for (const is of more.args) note({ in: 'args', at: [], kind: 'address', was: undefined, is })
  for (const [name, is] of Object.entries(more.env)) {
    note({ in: 'env', at: [name], kind: 'credentials', was: undefined, is })
  }
  return {
    container,
    files: new Map(files),
    args: [...args, ...more.args],
    env: { ...Object.fromEntries(env), ...more.env },
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
