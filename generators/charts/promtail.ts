import type { Chart } from './chart.ts'
import keys from './promtail.keys.json' with { type: 'json' }

export const promtailChart = {
  name: 'promtail',
  url: 'oci://ghcr.io/grafana/helm-charts/promtail',
  version: '6.17.1',
  keys,
} as const satisfies Chart
