import { createRequire } from 'node:module'
import type { Display } from '../review/progress/tracker.ts'
import { barLine, type Work } from '../review/progress/work.ts'

/** A bar at the last line of a terminal. */
export interface ProgressBar extends Display {
  /** Writes something else above the bar. */
  readonly aside: (write: () => void) => void
}

/** Opens a bar. It is drawn when there is something to show, and leaves nothing behind. */
export const progressBar = (stream: NodeJS.WriteStream): ProgressBar => {
  // Loaded only here: most commands are done before there is anything to draw.
  const { SingleBar, Format } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress')
  const bar = new SingleBar({
    stream,
    barsize: 24,
    clearOnComplete: true,
    // Whoever interrupts the program finds the terminal as it was: it would otherwise wrap lines no more.
    linewrap: true,
    // An interrupt is the program's own affair.
    gracefulExit: false,
    format: (options, { progress }, { work }: { work: Work }) =>
      barLine(work, (options.formatBar ?? Format.BarFormat)(progress, options)),
  })
  let shown: Work | undefined
  const draw = (work: Work): void => bar.start(work.total, work.value, { work })
  return {
    show: (work) => {
      if (shown === undefined) draw(work)
      else bar.update(work.value, { work })
      shown = work
    },
    hide: () => {
      bar.stop()
      shown = undefined
    },
    aside: (write) => {
      if (shown !== undefined) bar.stop()
      write()
      if (shown !== undefined) draw(shown)
    },
  }
}
