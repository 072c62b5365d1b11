/** Long work as it stands at a moment. */
export interface Work {
  /** `building folders` */
  readonly what: string
  /** How much there is to do. */
  readonly total: number
  /** How much of it is done. */
  readonly value: number
  /** What is done now, or waited for. */
  readonly now: string | undefined
  /** Milliseconds since it began. */
  readonly elapsed: number
}

/** A work for a log: `building folders: 12 of 120 (3 s), apps/base/monitoring/loki`. */
export const workLine = (work: Work): string => `${work.what}: ${standing(work)}`

/** A work for a terminal, beside the bar of it that somebody drew. */
export const barLine = (work: Work, bar: string): string => `${work.what} [${bar}] ${standing(work)}`

const standing = ({ value, total, elapsed, now }: Work): string =>
  `${value} of ${total} (${Math.floor(elapsed / 1000)} s)${now === undefined ? '' : `, ${now}`}`
