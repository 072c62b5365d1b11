import type { Track } from '../progress.ts'
import { untold } from '../progress.ts'
import { quietLines } from '../review/progress/quiet-lines.ts'
import { type Clock, tracker } from '../review/progress/tracker.ts'
import { type Audience, type BothStreams, coloring, nobody, progressForm } from './audience.ts'
import { type ProgressBar, progressBar } from './progress-bar.ts'

/** Where a command may speak, and who listens. */
export interface Voice extends BothStreams<(text: string) => void> {
  /** Default: nobody is known to. */
  readonly audience?: Audience
}

/** How a command speaks. */
export interface Speech extends BothStreams<(text: string) => void> {
  /** Whether what is said to each stream may be coloured. */
  readonly color: BothStreams<boolean>
  /**
   * Tells of long work on standard error, once it takes longer than a second: by a bar in a terminal, by a few lines in CI.
   * One work at a time; whoever begins one says when it is done, be it after a failure.
   */
  readonly progress: Track
}

/** How to speak to an audience: what is said meanwhile goes above the bar. */
export const speech = (
  { out, err, audience = nobody }: Voice,
  clock = ownClock,
  stream: NodeJS.WriteStream = process.stderr,
): Speech => {
  const color = coloring(audience)
  const form = progressForm(audience)
  if (form === 'none') return { out, err, color, progress: untold }
  if (form === 'lines') {
    return { out, err, color, progress: tracker(clock, () => quietLines((line) => err(`${line}\n`))) }
  }
  let bar: ProgressBar | undefined
  const above = (say: (text: string) => void) => (text: string) => {
    if (bar === undefined) say(text)
    else bar.aside(() => say(text))
  }
  const open = (): ProgressBar => {
    bar?.hide()
    bar = progressBar(stream)
    return bar
  }
  return { out: above(out), err: above(err), color, progress: tracker(clock, open) }
}

const ownClock: Clock = {
  now: () => performance.now(),
  often: (look) => {
    const timer = setInterval(look, 250)
    timer.unref()
    return () => clearInterval(timer)
  },
}
