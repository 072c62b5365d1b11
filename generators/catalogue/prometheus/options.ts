import { listOf, mapOf, shape } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { type Duration, duration, flag, type Quantity, quantity, text, version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import type { PrometheusRule } from '../../objects/prometheus/config.ts'

export interface PrometheusOptions extends CommonOptions {
  /** Version of Prometheus, the tag of its image without `v`. Default: the one the catalogue pins. */
  readonly version?: string
  /** How long samples are kept, as a Prometheus duration. Default `15d`. */
  readonly retention?: Duration
  /** Size of the volume for samples, as a Kubernetes quantity. Default `20Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /**
   * Whether it looks for what the cluster has to say of itself. `false` takes only what is sent to its `receivers`. Default
   * `true`, and at a hub `false`: there a collector scrapes, which says of each series what cluster it is of.
   */
  readonly scrape?: boolean
  /**
   * How often everything is scraped and every rule evaluated, as a Prometheus duration. Grafana takes what is sent to come
   * as often. Default `30s`, as that of `otelScraper()`.
   */
  readonly scrapeInterval?: Duration
  /** Alerts and recording rules, by the name of their group. Default: none. */
  readonly rules?: Readonly<Record<string, readonly PrometheusRule[]>>
  /** Ways in for samples that are sent, beside those that are scraped. Default: none. */
  readonly receivers?: ReceiverOptions
  /** What it may take. Default: 100m and 512Mi requested, at most 2Gi. */
  readonly resources?: Resources
}

export interface ReceiverOptions {
  /** Takes samples by remote write. Default `false`. */
  readonly remoteWrite?: boolean
  /** Takes samples by OTLP. Default `false`. */
  readonly otlp?: boolean
  /**
   * Attributes of an OTLP resource that become labels, each of which must have few values. Default: those by which our
   * collectors say the cluster, the service and the Pod. All others are labels of `target_info` alone.
   */
  readonly promote?: readonly string[]
  /**
   * How late a sample may come, as a Prometheus duration. What waited in a sender's queue comes late, and is lost
   * without it. Default `3d`, where a receiver is on: as long as an edge may be cut off.
   */
  readonly outOfOrder?: Duration
}

const rule = shape(
  'a rule',
  {
    alert: text,
    record: text,
    expr: text,
    for: duration,
    labels: mapOf(text),
    annotations: mapOf(text),
  },
  ['expr'],
)

export const prometheusChecks: PlainChecks<PrometheusOptions> = {
  version,
  retention: duration,
  size: quantity,
  scrape: flag,
  scrapeInterval: duration,
  rules: mapOf(listOf(rule)),
  receivers: shape('receivers', { remoteWrite: flag, otlp: flag, promote: listOf(text), outOfOrder: duration }),
  resources,
}
