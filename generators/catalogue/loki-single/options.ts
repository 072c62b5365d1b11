import { listOf } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { type Duration, duration, type Quantity, quantity, text, version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'

export interface LokiSingleOptions extends CommonOptions {
  /** Version of Loki, the tag of its image. Default: the one the catalogue pins. */
  readonly version?: string
  /** How long logs are kept, as a duration: `168h`, `7d`. Default `168h`. The compactor deletes what is older. */
  readonly retention?: Duration
  /** Size of the volume for all logs, as a Kubernetes quantity. Default `10Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /**
   * Attributes of an OTLP resource that become labels, beside those that Loki takes anyway: `['cluster.id']`. Default:
   * none. Each must have few values.
   */
  readonly otlpLabels?: readonly string[]
  /** What it may take. Default: 50m and 256Mi requested, at most 1Gi. */
  readonly resources?: Resources
}

export const lokiSingleChecks: PlainChecks<LokiSingleOptions> = {
  version,
  retention: duration,
  size: quantity,
  otlpLabels: listOf(text),
  resources,
}
