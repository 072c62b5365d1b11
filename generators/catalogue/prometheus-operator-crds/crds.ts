import type { Capability, Requirement } from '../../fleet/capability.ts'

/** The definitions of PrometheusRule, ServiceMonitor, PodMonitor and their kin, as provided and as required. */
export const monitoringCrds = { kind: 'crd', group: 'monitoring.coreos.com' } as const satisfies Capability &
  Requirement
