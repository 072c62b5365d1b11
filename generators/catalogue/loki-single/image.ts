import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const lokiImage = {
  image: 'docker.io/grafana/loki',
  version: '3.7.6',
} as const satisfies PinnedImage
