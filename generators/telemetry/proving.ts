import { setTimeout as wait } from 'node:timers/promises'
import { inspect, isDeepStrictEqual } from 'node:util'

/** Waits until something is found that is as expected, and says so; or says what was found last instead. */
export type Prove = (what: {
  readonly says: string
  /** Seconds until it must be found. Default 30. */
  readonly within?: number
  readonly find: () => Promise<unknown>
  readonly expected: unknown
}) => Promise<void>

export interface Proving {
  readonly prove: Prove
  readonly proven: () => number
  readonly failed: () => number
}

/** One line for everything that is proven or is not: `ok   all 120 lines are in Loki (12.3 s)`. */
export const proving = (say: (line: string) => void): Proving => {
  const count = { proven: 0, failed: 0 }
  return {
    proven: () => count.proven,
    failed: () => count.failed,
    prove: async ({ says, within = 30, find, expected }) => {
      const begun = Date.now()
      const seconds = () => (Date.now() - begun) / 1000
      for (;;) {
        const found = await find().catch((error: unknown) => error)
        if (isDeepStrictEqual(found, expected)) {
          count.proven += 1
          return say(`ok   ${says} (${seconds().toFixed(1)} s)`)
        }
        if (seconds() > within) {
          count.failed += 1
          say(`FAIL ${says}: after ${within} s`)
          return say(`     expected ${shown(expected)}\n     found    ${shown(found)}`)
        }
        await wait(250)
      }
    },
  }
}

const shown = (value: unknown): string =>
  inspect(value, { breakLength: 120, depth: 5, maxArrayLength: 20 }).replaceAll('\n', '\n              ')
