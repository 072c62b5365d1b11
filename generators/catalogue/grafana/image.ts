import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const grafanaImage = {
  image: 'docker.io/grafana/grafana',
  version: '13.2.0',
} as const satisfies PinnedImage
