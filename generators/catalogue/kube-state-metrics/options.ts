import { listOf, oneOf } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type Collector, collectors } from './collectors.ts'

export interface KubeStateMetricsOptions extends CommonOptions {
  /** Version of kube-state-metrics, the tag of its image without `v`: 2.10 or later. Default `2.10.1`. */
  readonly version?: string
  /**
   * The kinds of objects that become metrics, and that it may see. Default: those of workloads, nodes, volumes and
   * Services; never Secrets and ConfigMaps, unless they are named here.
   */
  readonly collectors?: readonly Collector[]
  /** What it may take. Default: 10m and 64Mi requested, at most 256Mi. */
  readonly resources?: Resources
}

export const kubeStateMetricsChecks: PlainChecks<KubeStateMetricsOptions> = {
  version,
  collectors: listOf(oneOf('known-collector', 'kind that kube-state-metrics collects', collectors)),
  resources,
}
