import type { Chart } from './chart.ts'
import keys from './cilium.keys.json' with { type: 'json' }

export const ciliumChart = {
  name: 'cilium',
  url: 'oci://quay.io/cilium/charts/cilium',
  version: '1.20.0',
  keys,
} as const satisfies Chart
