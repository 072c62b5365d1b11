import { speech } from '../output/speech.ts'
import { untold } from '../progress.ts'
import { painter } from '../review/paint.ts'
import { type Arguments, helpText, type OptionTable, readArguments, type Usage } from './arguments.ts'
import type { Call, ExitCode, Invocation } from './invocation.ts'

const help = { help: { does: 'show this' } } as const

/** What a script runs. */
export type Command = (call: Call) => Promise<ExitCode>

/** How a command ended: with an exit code, or with what it cannot do because it was asked wrongly. */
export type Ending = ExitCode | { readonly wrong: string }

/**
 * A command out of how it is used and what it does. `--help` is every command's, shows the usage and exits with 0; wrong
 * usage, found here or by the command itself, is told together with it and exits with 2.
 */
export const command =
  <const O extends OptionTable, const W extends readonly string[] = readonly []>(
    own: Usage<O, W>,
    run: (said: Arguments<O, W>, invocation: Invocation) => Promise<Ending>,
  ): Command =>
  async (call) => {
    const invocation = { ...call, ...speech(call) }
    const usage = { ...own, options: { ...own.options, ...help } }
    const said = readArguments(call.args, usage)
    if (!('wrong' in said) && said.options.help) {
      invocation.out(helpText(usage))
      return 0
    }
    const ending = 'wrong' in said ? said : await run(said as Arguments<O, W>, listening(invocation, said.options))
    if (typeof ending === 'number') return ending
    invocation.err(`${painter(invocation.color.err).bold(ending.wrong)}\n\n${helpText(usage)}`)
    return 2
  }

/** A program that reads JSON waits without being told for what. `-` is standard output, where a file can be named. */
const listening = (invocation: Invocation, options: object): Invocation =>
  'json' in options && (options.json === true || options.json === '-')
    ? { ...invocation, progress: untold }
    : invocation
