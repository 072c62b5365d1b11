import type { PinnedImage } from '../../objects/kubernetes/image.ts'

/** The contrib distribution, in the version whose settings are known here. */
export const collectorImage = {
  image: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib',
  version: '0.158.0',
} as const satisfies PinnedImage
