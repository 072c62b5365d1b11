import type { Chart } from './chart.ts'
import keys from './tempo.keys.json' with { type: 'json' }

export const tempoChart = {
  name: 'tempo',
  url: 'oci://ghcr.io/grafana-community/helm-charts/tempo',
  version: '2.2.4',
  keys,
} as const satisfies Chart
