import { objectNamePattern } from '../fleet/checks/scalars.ts'
import { noSuch } from '../no-such.ts'
import type { Signal } from './answers.ts'

/** What a text means, or what is wrong with it. */
export type Told<Value> = { readonly value: Value } | { readonly wrong: string }

export const choiceOf =
  <const Name extends string>(kind: string, known: readonly Name[]) =>
  (text: string): Told<Name> =>
    known.includes(text as Name) ? { value: text as Name } : { wrong: noSuch(kind, text, known) }

export const objectNamed =
  (kind: string) =>
  (text: string): Told<string> =>
    objectNamePattern.test(text)
      ? { value: text }
      : { wrong: `'${text}' cannot be the name of a ${kind}: it takes small letters, digits and dashes` }

/** Folders of layers that are nobody's environment. */
const taken = ['base', 'clusters', 'components']
const longestName = 40

export const environmentNames = (text: string): Told<readonly string[]> => {
  const names = listed(text)
  const bad = names.find((name) => !objectNamePattern.test(name) || name.length > longestName || taken.includes(name))
  if (names.length === 0) return { wrong: 'there has to be one environment at least, such as prod' }
  if (bad !== undefined) return { wrong: `'${bad}' cannot be the name of an environment: take one such as prod` }
  return noneTwice(names)
}

const known: readonly Signal[] = ['metrics', 'logs', 'traces', 'alerts']

export const signals = (text: string): Told<readonly Signal[]> => {
  const names = listed(text)
  const stranger = names.find((name) => !known.includes(name as Signal))
  if (stranger !== undefined) return { wrong: noSuch('signal', stranger, known) }
  if (names.length === 0) return { wrong: 'there has to be something to observe, such as metrics' }
  if (names.includes('alerts') && !names.includes('metrics'))
    return { wrong: 'alerts need metrics: say metrics,alerts' }
  return noneTwice(known.filter((one) => names.includes(one)))
}

const noneTwice = <Name extends string>(names: readonly Name[]): Told<readonly Name[]> => {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice === undefined ? { value: names } : { wrong: `${twice} is named twice` }
}

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** An address as the controllers take it: what git writes shortly, `git@host:path`, is `ssh://git@host/path`. */
export const urlOf = (text: string): Told<string> => {
  const [, host, path] = /^([\w.-]+@[\w.-]+):(?!\/)(\S+)$/.exec(text) ?? []
  const url = host === undefined ? text : `ssh://${host}/${path}`
  return /^(https?|ssh):\/\/[^\s/]+\/\S+$/.test(url)
    ? { value: url }
    : {
        wrong: `'${text}' is not the address of a git repository: write one such as https://github.com/example/platform`,
      }
}
