import { oneOf, satisfying, shape } from '../../fleet/checks/check.ts'
import { type Duration, duration, flag } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'

export type Severity = 'critical' | 'info' | 'warning'

export interface AlertOptions {
  /** How long it must hold before the alert fires, as a Prometheus duration. */
  readonly for?: Duration
  /** The label by which Alertmanager routes it. */
  readonly severity?: Severity
}

export interface UsageAlertOptions extends AlertOptions {
  /** Fires above this share of what the node has, in percent. */
  readonly percent?: number
}

export interface PlatformAlertsOptions extends CommonOptions {
  /** A node whose node-exporter cannot be reached. Default: for `5m`, `critical`. */
  readonly nodeDown?: AlertOptions
  /** A container that keeps crashing and waits to be started again. Default: for `10m`, `warning`. */
  readonly podCrashLooping?: AlertOptions
  /** A node with little memory left. Default: above 90 percent for `10m`, `warning`. */
  readonly highMemory?: UsageAlertOptions
  /** A node with busy processors. Default: above 90 percent for `15m`, `warning`. */
  readonly highCPU?: UsageAlertOptions
  /** Adds an alert that always fires, to try Alertmanager's routes. Default `false`. */
  readonly testAlert?: boolean
}

const severity = oneOf('severity', 'severity', ['critical', 'warning', 'info'] satisfies Severity[])
const percent = satisfying(
  'percent',
  (value) => typeof value === 'number' && value > 0 && value < 100,
  'a share between 0 and 100 percent',
  '90',
)
const alert = shape('an alert', { for: duration, severity })
const usageAlert = shape('an alert', { for: duration, severity, percent })

export const platformAlertsChecks: PlainChecks<PlatformAlertsOptions> = {
  nodeDown: alert,
  podCrashLooping: alert,
  highMemory: usageAlert,
  highCPU: usageAlert,
  testAlert: flag,
}
