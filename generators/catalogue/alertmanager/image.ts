import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const alertmanagerImage = {
  image: 'quay.io/prometheus/alertmanager',
  version: '0.34.0',
  tagPrefix: 'v',
} as const satisfies PinnedImage
