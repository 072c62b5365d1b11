import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const prometheusImage = {
  image: 'quay.io/prometheus/prometheus',
  version: '3.14.0',
  tagPrefix: 'v',
} as const satisfies PinnedImage
