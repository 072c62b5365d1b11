/** Long work as it goes on, for whoever waits for it. */
export interface Progress {
  /** One more of it is done; what comes now, in a few words. */
  readonly step: (now?: string) => void
  /** So many of it are done, where that may go back too; what is waited for, in a few words. */
  readonly reach: (value: number, now?: string) => void
  /** It is over, well or not. Nothing is told any more. */
  readonly done: () => void
}

/** Begins to tell of long work, one at a time: `progress('building folders', 120)`. */
export type Track = (what: string, total: number) => Progress

/** Tells nobody. */
export const untold: Track = () => ({ step: () => {}, reach: () => {}, done: () => {} })
