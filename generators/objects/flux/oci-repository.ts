import { tagOf } from '../../charts/registry/oci-address.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/** Which manifest of a repository: by its tag, and by its digest where that is known. */
export type OciReference = { readonly tag: string; readonly digest?: string }

/** The reference of a chart's version. Flux takes the digest and not the tag, which then only tells people the version. */
export const ociReference = (version: string, digest: string | undefined): OciReference => ({
  tag: tagOf(version),
  ...(digest === undefined ? {} : { digest }),
})

/** An OCIRepository that holds one Helm chart in one version. */
export const ociRepository = (name: string, url: string, ref: OciReference): KubernetesObject => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'OCIRepository',
  metadata: { name },
  spec: {
    interval: '1h',
    url,
    // The chart alone, as helm-controller reads it, not the whole artifact.
    layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
    ref,
  },
})
