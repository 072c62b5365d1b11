import { oneOf, shape } from '../../fleet/checks/check.ts'
import { type GoDuration, goDuration, text } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'

export interface FederationCertificatesOptions extends CommonOptions {
  /**
   * How long an edge's certificate holds, as a Go duration. Default `8760h`, a year: somebody carries it to the edge.
   * Where `push` does, `2160h` is as easy. A new one is made when two thirds of it are over.
   */
  readonly validity?: GoDuration
  /** Where each edge's certificate is put for the edge to fetch. Default: nowhere, and somebody carries it. */
  readonly push?: PushOptions
}

/** A store outside that both clusters reach by the External Secrets Operator. Edges fetch `externalSecret({ store, key })`. */
export interface PushOptions {
  /** Its SecretStore or ClusterSecretStore at the hub, which may write to it. */
  readonly store: string
  /** What the store is. Default `ClusterSecretStore`. */
  readonly kind?: 'ClusterSecretStore' | 'SecretStore'
  /** The entries are called so, a slash, and the edge's `cluster.id`. Default `otel-client`. */
  readonly folder?: string
}

export const federationCertificatesChecks: PlainChecks<FederationCertificatesOptions> = {
  validity: goDuration,
  push: shape(
    'push',
    { store: text, kind: oneOf('known-kind', 'kind of store', ['ClusterSecretStore', 'SecretStore']), folder: text },
    ['store'],
  ),
}
