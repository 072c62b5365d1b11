import type { Chart } from './chart.ts'
import keys from './dcgm-exporter.keys.json' with { type: 'json' }

export const dcgmExporterChart = {
  name: 'dcgm-exporter',
  url: 'https://nvidia.github.io/dcgm-exporter/helm-charts',
  version: '4.8.2',
  keys,
} as const satisfies Chart
