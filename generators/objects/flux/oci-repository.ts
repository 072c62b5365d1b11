import type { KubernetesObject } from '../../kubernetes-object.ts'

/** An OCIRepository that holds one Helm chart in one version. */
export const ociRepository = (name: string, url: string, version: string): KubernetesObject => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'OCIRepository',
  metadata: { name },
  spec: {
    interval: '1h',
    url,
    // The chart alone, as helm-controller reads it, not the whole artifact.
    layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
    ref: { tag: version },
  },
})
