import type { Chart } from './chart.ts'
import keys from './nvidia-device-plugin.keys.json' with { type: 'json' }

export const nvidiaDevicePluginChart = {
  name: 'nvidia-device-plugin',
  url: 'https://nvidia.github.io/k8s-device-plugin',
  version: '0.20.0',
  keys,
} as const satisfies Chart
