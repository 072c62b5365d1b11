import type { lokiChart } from '../../charts/loki.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { type Duration, duration, type Quantity, quantity } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'
import { type ObjectStore, objectStore } from './object-store.ts'

export interface LokiOptions extends HelmOptions<typeof lokiChart.keys> {
  /** How long logs are kept, as a duration: `168h`, `7d`. Default `168h`. The compactor deletes what is older. */
  readonly retention?: Duration
  /**
   * Size of the volume for what is not yet in the object store (the write-ahead log), as a Kubernetes quantity. Default
   * `10Gi`. It can grow, never shrink; to grow it, delete the StatefulSet with `--cascade=orphan` as well.
   */
  readonly size?: Quantity
  /** Where logs are kept. Default `cluster`: the S3 that the cluster's own object store provides. Otherwise `s3({ … })`. */
  readonly objectStore?: ObjectStore
  /** What Loki may take. Default: requests of 100m and 512Mi, and at most 1Gi. */
  readonly resources?: Resources
}

export const lokiChecks: OwnChecks<LokiOptions> = { retention: duration, size: quantity, objectStore, resources }
