import { type Quantity, quantity } from '../../fleet/checks/scalars.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type SenderOptions, senderChecks } from '../opentelemetry/options.ts'

export interface OtelAgentOptions extends SenderOptions {
  /** How much of each node's disk may hold what is not sent yet, as a Kubernetes quantity. Default `1Gi`. */
  readonly queue?: Quantity
}

export const otelAgentChecks: PlainChecks<OtelAgentOptions> = {
  ...senderChecks,
  queue: quantity,
}
