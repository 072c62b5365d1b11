import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'

export interface NodeExporterOptions extends CommonOptions {
  /** Version of node-exporter, the tag of its image without `v`. Default: the one the catalogue pins. */
  readonly version?: string
  /** What each Pod may take. Default: 20m and 32Mi requested, at most 128Mi. */
  readonly resources?: Resources
}

export const nodeExporterChecks: PlainChecks<NodeExporterOptions> = { version, resources }
