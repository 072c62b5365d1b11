import type { ChartVersion, ReleaseSettings } from '../../output/helm.ts'
import type { Place } from '../../problem.ts'

/** A Helm release as a controller would make it. */
export interface Release extends ReleaseSettings {
  readonly chart: ChartVersion
  /** Whose it is: `HelmRelease monitoring/loki from apps/dev/monitoring/loki`. */
  readonly about: string
  readonly place: Place
}
