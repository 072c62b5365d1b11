import { parseArgs } from 'node:util'
import { nearest } from '../nearest.ts'

/** Options of a command: their names, whether they take a value, and what they do. */
export type OptionTable = Readonly<Record<string, { readonly value?: string; readonly does: string }>>

export interface Usage {
  /** `npx zx scripts/render.mjs` */
  readonly command: string
  readonly does: string
  readonly options: OptionTable
  /** A word that stands without dashes: `[CLUSTER]`. */
  readonly word?: string
}

export type Given<O extends OptionTable> = {
  readonly [Name in keyof O]: O[Name] extends { value: string } ? string | undefined : boolean
}

/** The options as given, or what is wrong with them. */
export const readArguments = <const O extends OptionTable>(
  args: readonly string[],
  usage: Usage & { readonly options: O },
): { readonly options: Given<O>; readonly word: string | undefined } | { readonly wrong: string } => {
  const types = Object.fromEntries(
    Object.entries(usage.options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' } as const,
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: types,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = usage.options[token.name]
    if (option === undefined) return { wrong: unknownOption(token.rawName, Object.keys(usage.options)) }
    if (option.value !== undefined && (token.value === undefined || token.value.startsWith('--'))) {
      return { wrong: `--${token.name} needs a value: --${token.name} ${option.value}` }
    }
    if (option.value === undefined && token.value !== undefined) return { wrong: `--${token.name} takes no value` }
  }
  const most = usage.word === undefined ? 0 : 1
  const extra = positionals[most]
  if (extra !== undefined)
    return { wrong: `what is '${extra}' for? This command takes ${most === 0 ? 'options only' : `one ${usage.word}`}` }
  const options = Object.fromEntries(
    Object.entries(usage.options).map(([name, { value }]) => [
      name,
      values[name] ?? (value === undefined ? false : undefined),
    ]),
  )
  return { options: options as Given<O>, word: positionals[0] }
}

const unknownOption = (raw: string, known: readonly string[]): string => {
  const guess = nearest(raw.replace(/^-+/, ''), known)
  return guess === undefined ? `there is no option ${raw}` : `there is no option ${raw}: did you mean --${guess}?`
}

/** The help of a command: what it does, and every option with what it does. */
export const helpText = ({ command, does, options, word }: Usage): string => {
  const rows = Object.entries(options).map(([name, option]) => [
    `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    option.does,
  ])
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0))
  const lines = rows.map(([name, what]) => `  ${name?.padEnd(width)}  ${what}`)
  return [
    `${command} [options]${word === undefined ? '' : ` ${word}`}`,
    '',
    does,
    '',
    ...lines,
    '',
    'Exit codes: 0 good, 1 problems or a stale tree, 2 wrong usage.',
    '',
  ].join('\n')
}
