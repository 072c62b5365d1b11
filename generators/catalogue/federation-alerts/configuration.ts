import type { Alert } from './alert.ts'

export const configurationAlerts: readonly Alert[] = [
  {
    name: 'PrometheusReloadFailed',
    when: 'prometheus_config_last_reload_successful == 0',
    for: '10m',
    severity: 'critical',
    summary: 'Prometheus refuses what it is told.',
    description:
      'The Prometheus of cluster {{ $labels.cluster_id }} could not read its configuration or rules when they changed last. It goes on by the old ones: a new alert is not there, and a new edge is not missed.',
  },
]
