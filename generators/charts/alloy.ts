import keys from './alloy.keys.json' with { type: 'json' }
import type { Chart } from './chart.ts'

export const alloyChart = {
  name: 'alloy',
  url: 'oci://ghcr.io/grafana/helm-charts/alloy',
  version: '1.11.1',
  keys,
} as const satisfies Chart
