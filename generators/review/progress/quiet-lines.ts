import type { Display } from './tracker.ts'
import { workLine } from './work.ts'

/** Milliseconds after which a log without a word looks like one of work that hangs. */
const silence = 10_000

/** Shows work in a log: a line at first, then one at each tenth that is done, or after ten seconds without any. */
export const quietLines = (say: (line: string) => void): Display => {
  let told: { readonly tenth: number; readonly at: number } | undefined
  return {
    show: (work) => {
      const tenth = Math.floor((work.value * 10) / work.total)
      const isNews = told === undefined || tenth > told.tenth || work.elapsed - told.at >= silence
      if (!isNews) return
      // What goes back and comes again is no news.
      told = { tenth: Math.max(tenth, told?.tenth ?? 0), at: work.elapsed }
      say(workLine(work))
    },
    hide: () => {},
  }
}
