import type { Speech, Voice } from '../output/speech.ts'

/** How a script calls its command: what it was given and where it may speak. */
export interface Call extends Voice {
  /** The words after the script's name. */
  readonly args: readonly string[]
  /** The root of the repository, absolute. */
  readonly root: string
  /** The folder of the program, absolute: what it knows of schemas and metrics is read from there. */
  readonly program: string
  /** The compiled program of the thread that writes ahead: `generators/output/scribe.ts`. */
  readonly scribe: string
  /** The exports of `generators/fleet.ts`, or why it could not be loaded. */
  readonly fleet: LoadedFleet
}

/** What a command gets to know, and how it speaks. */
export interface Invocation extends Omit<Call, keyof Voice>, Speech {}

export type LoadedFleet =
  | {
      readonly exports: Readonly<Record<string, unknown>>
      /** Sums up all code that was loaded, so that a later run knows that nothing changed. */
      readonly fingerprint: string
    }
  | {
      readonly thrown: unknown
      /** TypeScript files of the repository, to guess which one a wrong import meant. */
      readonly files: readonly string[]
    }

/** What a process answers: 0 good, 1 problems or a stale tree, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2
