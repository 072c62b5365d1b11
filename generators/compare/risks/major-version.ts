import type { Hazard } from './hazard.ts'
import { stepOf, versionSteps } from './version-steps.ts'

/** A version that may break what stands on it. */
export const majorVersion: Hazard = {
  name: 'major-version',
  among: (subject) =>
    versionSteps(subject)
      .filter((step) => stepOf(step) === 'major')
      .map(({ what, before, after, of }) => ({
        what: `${what} makes a major step: ${before} → ${after}`,
        because: `A major version may drop settings, rename objects or change how data is kept. Read its notes${of === 'chart' ? ', see what the chart makes of it now,' : ''} and try it in another environment first.`,
      })),
}
