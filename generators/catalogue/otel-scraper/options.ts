import { type Duration, duration, type Quantity, quantity } from '../../fleet/checks/scalars.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type SenderOptions, senderChecks } from '../opentelemetry/options.ts'

export interface OtelScraperOptions extends SenderOptions {
  /** How often everything is scraped, as a Prometheus duration. Default `30s`. */
  readonly scrapeInterval?: Duration
  /**
   * Size of the volume for what is not sent yet, as a Kubernetes quantity. Default `2Gi`, of which a third can be filled. It
   * can grow, never shrink.
   */
  readonly size?: Quantity
}

export const otelScraperChecks: PlainChecks<OtelScraperOptions> = {
  ...senderChecks,
  scrapeInterval: duration,
  size: quantity,
}
