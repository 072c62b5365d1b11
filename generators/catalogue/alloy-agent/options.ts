import { version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type LogAgentOptions, logAgentChecks } from '../log-agent/log-agent.ts'

export interface AlloyAgentOptions extends CommonOptions, LogAgentOptions {
  /** Version of Alloy, the tag of its image without `v`. Default: the one the catalogue pins. */
  readonly version?: string
}

export const alloyAgentChecks: PlainChecks<AlloyAgentOptions> = {
  version,
  ...logAgentChecks,
}
