import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const nodeExporterImage = {
  image: 'quay.io/prometheus/node-exporter',
  version: '1.12.1',
  tagPrefix: 'v',
} as const satisfies PinnedImage
