import type { File } from '../../file.ts'
import type { Place } from '../../problem.ts'

/** Programs that read what the tree holds for their like. */
export const readers = {
  amtool: { name: 'amtool', variable: 'AMTOOL' },
  otelcol: { name: 'otelcol', variable: 'OTELCOL' },
  promtool: { name: 'promtool', variable: 'PROMTOOL' },
} as const

export type Reader = keyof typeof readers

/** Something that a program is asked to read. */
export interface Question {
  readonly reader: Reader
  /** What it reads, for people: `rule file`. */
  readonly noun: string
  /** Which one: `PrometheusRule monitoring/alerts from apps/base/monitoring/alerts`. */
  readonly about: string
  readonly place: Place
  /** The words after the program's name. */
  readonly args: readonly string[]
  /** All that it finds in the folder that it runs in. A path that ends in a slash is an empty folder. */
  readonly files: readonly File[]
  readonly env?: Readonly<Record<string, string>>
}

/** What a reader's refusal says, in one line, without its progress. */
export const reasonIn = (words: string): string =>
  words
    .replaceAll(/^Checking '?[^\s']+'?|\bSUCCESS:.*$|\bFAILED:|^amtool: error: failed to validate.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
