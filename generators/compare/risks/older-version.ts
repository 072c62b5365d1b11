import type { Hazard } from './hazard.ts'
import { stepOf, versionSteps } from './version-steps.ts'

/** A version goes back. */
export const olderVersion: Hazard = {
  name: 'older-version',
  among: (subject) =>
    versionSteps(subject)
      .filter((step) => stepOf(step) === 'older')
      .map(({ what, before, after }) => ({
        what: `${what} goes back: ${before} → ${after}`,
        because:
          'Data and definitions that the newer version has written may be unreadable to the older one. Check that it was meant, and that the older version can read what is there.',
      })),
}
