import type { Track } from '../../progress.ts'
import type { Work } from './work.ts'

/** Where work is shown. */
export interface Display {
  /** Called whenever it may have gone on: what is not worth showing, a display leaves out. */
  readonly show: (work: Work) => void
  readonly hide: () => void
}

export interface Clock {
  /** Milliseconds since some moment in the past. */
  readonly now: () => number
  /** Calls back a few times a second, and keeps no process alive for it. Returns what ends that. */
  readonly often: (look: () => void) => () => void
}

/** Milliseconds: work that takes less is over before anybody could read of it. */
const patience = 1000

/** Follows work, and opens a display for it as soon as it takes long. */
export const tracker =
  (clock: Clock, open: () => Display): Track =>
  (what, total) => {
    const begun = clock.now()
    let display: Display | undefined
    let isOver = false
    let [value, now]: [number, string | undefined] = [0, undefined]
    const look = (): void => {
      const elapsed = clock.now() - begun
      if (isOver || elapsed < patience) return
      display ??= open()
      display.show({ what, total, value, now, elapsed })
    }
    // Steps alone would tell nothing of work that stands still, and time alone nothing of work that never lets go.
    const stop = clock.often(look)
    const reach = (reached: number, next?: string): void => {
      value = reached
      now = next
      look()
    }
    return {
      step: (next) => reach(value + 1, next),
      reach,
      done: () => {
        isOver = true
        stop()
        display?.hide()
      },
    }
  }
