import type { IPrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'
import type { IRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Rule'
import type { Selected } from './monitor.ts'

export interface PrometheusRuleSettings extends Selected {
  /** Rules by the name of their group. Those of one group are evaluated one after the other. */
  readonly groups: Readonly<Record<string, readonly IRule[]>>
}

/** Alerts and recording rules for Prometheus to load. */
export const prometheusRule = ({ name, labels, groups }: PrometheusRuleSettings) =>
  ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name, labels },
    spec: { groups: Object.entries(groups).map(([name, rules]) => ({ name, rules: [...rules] })) },
  }) satisfies IPrometheusRule
