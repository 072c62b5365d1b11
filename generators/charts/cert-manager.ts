import keys from './cert-manager.keys.json' with { type: 'json' }
import type { Chart } from './chart.ts'

export const certManagerChart = {
  name: 'cert-manager',
  url: 'oci://quay.io/jetstack/charts/cert-manager',
  version: 'v1.21.1',
  keys,
} as const satisfies Chart
