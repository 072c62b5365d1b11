import type { nvidiaDevicePluginChart } from '../../charts/nvidia-device-plugin.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { flag } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'

export interface NvidiaDevicePluginOptions extends HelmOptions<typeof nvidiaDevicePluginChart.keys> {
  /**
   * Whether nodes with GPUs are found by what is in them, and labelled, so that no node pool has to be declared. It takes
   * node feature discovery on every node. Default `false`: the cluster says which nodes they are.
   */
  readonly featureDiscovery?: boolean
  /** What each Pod may take. Default: 10m and 64Mi requested, at most 256Mi. */
  readonly resources?: Resources
}

export const nvidiaDevicePluginChecks: OwnChecks<NvidiaDevicePluginOptions> = { featureDiscovery: flag, resources }
