import type { PinnedImage } from '../../objects/kubernetes/image.ts'

export const kubeStateMetricsImage = {
  image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics',
  version: '2.10.1',
  tagPrefix: 'v',
} as const satisfies PinnedImage
