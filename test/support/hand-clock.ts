import type { Clock } from '../../generators/review/progress/tracker.ts'

/** A clock that goes on when it is told to, and looks then. */
export const handClock = () => {
  let time = 0
  const looks = new Set<() => void>()
  const clock: Clock = {
    now: () => time,
    often: (look) => {
      looks.add(look)
      return () => looks.delete(look)
    },
  }
  return {
    clock,
    /** Nobody is called back for time that passes while a loop never lets go. */
    busy: (milliseconds: number) => {
      time += milliseconds
    },
    pass: (milliseconds: number) => {
      time += milliseconds
      for (const look of looks) look()
    },
    isWatched: () => looks.size > 0,
  }
}
