import type { Chart } from './chart.ts'
import keys from './kube-prometheus-stack.keys.json' with { type: 'json' }

export const kubePrometheusStackChart = {
  name: 'kube-prometheus-stack',
  url: 'oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack',
  version: '88.5.3',
  keys,
} as const satisfies Chart
