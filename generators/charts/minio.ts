import type { Chart } from './chart.ts'
import keys from './minio.keys.json' with { type: 'json' }

export const minioChart = {
  name: 'minio',
  url: 'https://charts.min.io',
  version: '5.4.0',
  keys,
} as const satisfies Chart
