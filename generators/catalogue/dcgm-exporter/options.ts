import type { dcgmExporterChart } from '../../charts/dcgm-exporter.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { flag } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'

export interface DcgmExporterOptions extends HelmOptions<typeof dcgmExporterChart.keys> {
  /**
   * Whether the Prometheus of an operator scrapes it by a monitor, beside the collectors that do anyway. It takes the
   * operator's definitions. Default `false`.
   */
  readonly monitor?: boolean
  /** What each Pod may take. Default: 50m and 192Mi requested, at most 512Mi. */
  readonly resources?: Resources
}

export const dcgmExporterChecks: OwnChecks<DcgmExporterOptions> = { monitor: flag, resources }
