import { parseArgs } from 'node:util'
import { nearest } from '../nearest.ts'
import type { Offer } from './completion/offer.ts'

/** Options of a command: their names, whether they take a value, and what they do. */
export type OptionTable = Readonly<Record<string, { readonly value?: string; readonly does: string }>>

/** How a command is used. */
export interface Usage<O extends OptionTable = OptionTable, W extends readonly string[] = readonly string[]> {
  /** `npx zx scripts/render.mjs` */
  readonly command: string
  readonly does: string
  readonly options: O
  /**
   * Words that stand without dashes, in order: `COMPONENT`, `[CLUSTER]` where it may be left out, or `[CLUSTER…]` at the end
   * for any number of them. Default none.
   */
  readonly words?: W
  /**
   * What a shell may offer for the value of an option, or for a word without its brackets, where the placeholder itself does
   * not say it as CLUSTER does: `{ cluster: 'cluster', ACTION: ['lock', 'add'] }`. Default none.
   */
  readonly offers?: Readonly<Record<string, Offer>>
}

export type Given<O extends OptionTable> = {
  readonly [Name in keyof O]: O[Name] extends { value: string } ? string | undefined : boolean
}

export type GivenWords<W extends readonly string[]> = W extends readonly [
  ...infer First extends string[],
  `[${string}…]`,
]
  ? readonly [...GivenWords<First>, ...string[]]
  : { readonly [Index in keyof W]: W[Index] extends `[${string}]` ? string | undefined : string }

/** What was said to a command. */
export interface Arguments<O extends OptionTable, W extends readonly string[]> {
  readonly options: Given<O>
  readonly words: GivenWords<W>
}

/** What was said, or what is wrong with it. */
export const readArguments = <O extends OptionTable, W extends readonly string[]>(
  args: readonly string[],
  usage: Usage<O, W>,
): Arguments<O, W> | { readonly wrong: string } => {
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
  const { words = [] as readonly string[] } = usage
  const extra = words.at(-1)?.endsWith('…]') ? undefined : positionals[words.length]
  if (extra !== undefined)
    return { wrong: `what is '${extra}' for? This command takes ${words.join(' ') || 'options only'}` }
  const options = Object.fromEntries(
    Object.entries(usage.options).map(([name, { value }]) => [
      name,
      values[name] ?? (value === undefined ? false : undefined),
    ]),
  )
  const missing = words.slice(positionals.length).find((word) => !word.startsWith('['))
  // Whoever asks for help has not made up their mind yet.
  if (missing !== undefined && options.help !== true) return { wrong: `${missing} is missing` }
  // The compiler cannot count words; that none is missing, and none too many, is seen above.
  return { options: options as Given<O>, words: positionals as unknown as GivenWords<W> }
}

const unknownOption = (raw: string, known: readonly string[]): string => {
  const guess = nearest(raw.replace(/^-+/, ''), known)
  return guess === undefined ? `there is no option ${raw}` : `there is no option ${raw}: did you mean --${guess}?`
}

/** The help of a command: what it does, and every option with what it does. */
export const helpText = ({ command, does, options, words = [] }: Usage): string => {
  const rows = Object.entries(options).map(([name, option]) => [
    `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    option.does,
  ])
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0))
  const lines = rows.map(([name, what]) => `  ${name?.padEnd(width)}  ${what}`)
  return [
    [command, '[options]', ...words].join(' '),
    '',
    does,
    '',
    ...lines,
    '',
    'Exit codes: 0 good, 1 problems or a stale tree, 2 wrong usage.',
    '',
  ].join('\n')
}
