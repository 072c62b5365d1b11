import { isRecord } from '../fleet/checks/check.ts'
import type { Placement } from '../plan/placement.ts'
import { at } from '../plan/values.ts'
import type { Place } from '../problem.ts'
import { chartOf, valuesOf } from './objects.ts'

/** What a chart is told of a Grafana, and where each value is written. */
export interface GrafanaValues {
  readonly values: Readonly<Record<string, unknown>>
  /** Whether it comes with Prometheus, whose datasource its chart then makes. */
  readonly hasPrometheus: boolean
  /** The way to them from the chart's own values. */
  readonly path: readonly string[]
  readonly place: (path: readonly string[]) => Place
}

/** The Grafana that a chart brings: Grafana's own chart, or the stack that holds it. */
export const grafanaOf = (placement: Placement): GrafanaValues | undefined => {
  const chart = chartOf(placement)
  if (chart !== 'grafana' && chart !== 'kube-prometheus-stack') return undefined
  const placed = valuesOf(placement)
  if (placed === undefined) return undefined
  const hasPrometheus = chart === 'kube-prometheus-stack'
  const path = hasPrometheus ? ['grafana'] : []
  const values = hasPrometheus ? (placed.values.grafana ?? {}) : placed.values
  if (!isRecord(values) || values.enabled === false) return undefined
  return { values, hasPrometheus, path, place: (inner) => placed.place([...path, ...inner]) }
}

/** Whether a sidecar looks for datasources while Grafana runs. */
export const hasDatasourceSidecar = ({ values, hasPrometheus }: GrafanaValues): boolean =>
  (at(values, 'sidecar.datasources.enabled') ?? hasPrometheus) === true
