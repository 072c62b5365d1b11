import type { Chart } from './chart.ts'
import keys from './prometheus-operator-crds.keys.json' with { type: 'json' }

export const prometheusOperatorCrdsChart = {
  name: 'prometheus-operator-crds',
  url: 'oci://ghcr.io/prometheus-community/charts/prometheus-operator-crds',
  version: '31.0.1',
  keys,
} as const satisfies Chart
