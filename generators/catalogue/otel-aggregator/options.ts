import { type Quantity, quantity } from '../../fleet/checks/scalars.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type CollectorOptions, collectorChecks, type OutsideOptions, outsideChecks } from '../opentelemetry/options.ts'

export interface OtelAggregatorOptions extends CollectorOptions, OutsideOptions {
  /**
   * Size of the volume for what the hub does not take, as a Kubernetes quantity. Default `10Gi`, of which six can be filled:
   * two each by logs, metrics and traces. It can grow, never shrink.
   */
  readonly size?: Quantity
}

export const otelAggregatorChecks: PlainChecks<OtelAggregatorOptions> = {
  ...collectorChecks,
  ...outsideChecks,
  size: quantity,
}
