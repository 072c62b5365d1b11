import type { tempoChart } from '../../charts/tempo.ts'
import { listOf } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { flag, type GoDuration, goDuration, type Quantity, quantity, text } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'

export interface TempoOptions extends HelmOptions<typeof tempoChart.keys> {
  /** How long traces are kept, as a Go duration. Default `24h`. The compactor deletes what is older. */
  readonly retention?: GoDuration
  /** Size of the volume for all traces, as a Kubernetes quantity. Default `10Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /**
   * Attributes of spans and their resources that become labels of what is counted of them, where a Prometheus takes that.
   * Default `cluster.id` and `cluster.role`. Each must have few values.
   */
  readonly dimensions?: readonly string[]
  /**
   * Whether the Prometheus of an operator scrapes it by a monitor, beside one that goes by annotations. It takes the
   * operator's definitions. Default `false`.
   */
  readonly monitor?: boolean
  /** What it may take. Default: 100m and 512Mi requested, at most 2Gi. */
  readonly resources?: Resources
}

export const tempoChecks: OwnChecks<TempoOptions> = {
  retention: goDuration,
  size: quantity,
  dimensions: listOf(text),
  monitor: flag,
  resources,
}
