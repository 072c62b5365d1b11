/** The two streams that a program writes to. */
export interface BothStreams<Fact> {
  readonly out: Fact
  readonly err: Fact
}

/** Who reads what a command says. */
export interface Audience {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether a person sees the stream in a terminal. */
  readonly isTerminal: BothStreams<boolean>
}

/** Nobody is known to look: a file, or another program. */
export const nobody: Audience = { environment: {}, isTerminal: { out: false, err: false } }

/**
 * Whether text may be coloured. In a terminal that can, unless NO_COLOR or CI is set; elsewhere never. FORCE_COLOR decides
 * against all of that: 0 and false are no, anything else is yes.
 */
export const coloring = ({ environment, isTerminal }: Audience): BothStreams<boolean> => {
  const { FORCE_COLOR: forced, NO_COLOR: unwanted } = environment
  if (forced !== undefined) {
    const isWanted = forced !== '0' && forced !== 'false'
    return { out: isWanted, err: isWanted }
  }
  const isPossible = !isSet(unwanted) && !isPlain(environment)
  return { out: isPossible && isTerminal.out, err: isPossible && isTerminal.err }
}

/** How long work is told of on standard error: by a bar in a terminal, by lines in the log of a CI job, else not at all. */
export const progressForm = ({ environment, isTerminal }: Audience): 'bar' | 'lines' | 'none' => {
  if (isTerminal.err && !isPlain(environment)) return 'bar'
  return isTerminal.err || isCi(environment) ? 'lines' : 'none'
}

type Environment = Audience['environment']

/** Text that is kept as it comes, by a CI job or by a terminal that knows no more. */
const isPlain = (environment: Environment): boolean => isCi(environment) || environment.TERM === 'dumb'

const isCi = ({ CI }: Environment): boolean => isSet(CI) && CI !== 'false' && CI !== '0'

const isSet = (value: string | undefined): boolean => value !== undefined && value !== ''
