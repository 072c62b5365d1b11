import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const alloyImage = {
  image: 'docker.io/grafana/alloy',
  version: '1.18.1',
  tagPrefix: 'v',
} as const satisfies PinnedImage
