import type { Chart } from './chart.ts'
import keys from './loki.keys.json' with { type: 'json' }

export const lokiChart = {
  name: 'loki',
  url: 'oci://ghcr.io/grafana-community/helm-charts/loki',
  version: '18.11.0',
  keys,
} as const satisfies Chart
