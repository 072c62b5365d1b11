import type { Display } from './tracker.ts'
import { workLine } from './work.ts'

/** Milliseconds between two lines: fewer would fill the log, more would look like work that hangs. */
const [least, most] = [2000, 10_000]

/** Shows work in a log: a line at first, then one at each tenth that is done, or after ten seconds without any. */
export const quietLines = (say: (line: string) => void): Display => {
  let told: { readonly tenth: number; readonly at: number } | undefined
  const isNews = (tenth: number, elapsed: number): boolean => {
    if (told === undefined) return true
    const silence = elapsed - told.at
    return silence >= most || (silence >= least && tenth > told.tenth)
  }
  return {
    show: (work) => {
      const tenth = Math.floor((work.value * 10) / work.total)
      if (!isNews(tenth, work.elapsed)) return
      // What goes back and comes again is no news.
      told = { tenth: Math.max(tenth, told?.tenth ?? 0), at: work.elapsed }
      say(workLine(work))
    },
    hide: () => {},
  }
}
