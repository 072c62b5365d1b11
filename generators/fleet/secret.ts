/** A Secret that a component reads, by name. Where it comes from is said in the namespace: `secrets: { … }`. */
export interface SecretReference {
  readonly secret: string
}

/** Names a Secret of the component's own namespace: `token: secret('cloudflare-tunnel')`. */
export const secret = (name: string): SecretReference => ({ secret: name })

/** Where a Secret comes from. There is no way to write one down in plain text. */
export type SecretSource =
  /** Somebody makes it in the cluster, outside this repository. */
  | { readonly from: 'existing' }
  /** A file that a person encrypted with SOPS and keeps beside the cluster's other secrets. */
  | { readonly from: 'sops'; readonly file?: string }
  /** The External Secrets Operator fetches it. */
  | ExternalSecretSource

export interface ExternalSecretSource {
  readonly from: 'external-secret'
  /** The SecretStore or ClusterSecretStore to ask. */
  readonly store: { readonly kind: 'ClusterSecretStore' | 'SecretStore'; readonly name: string }
  /** The entry in the store. All its properties become keys of the Secret. */
  readonly key: string
  /** How often it is fetched, as a Go duration. Default `1h`. */
  readonly refreshInterval: string
}

/** The Secret is in the cluster already, or somebody puts it there by hand. */
export const existing = (): SecretSource => ({ from: 'existing' })

/** The Secret is a SOPS-encrypted file in the tree. Default file: `<secret>.sops.yaml` in the cluster's `secrets` folder. */
export const sops = (file?: string): SecretSource => ({ from: 'sops', ...(file === undefined ? {} : { file }) })

/** The Secret is fetched by the External Secrets Operator, which the cluster must have. */
export const externalSecret = (source: {
  /** The store to ask, by name. */
  store: string
  /** The entry in the store. All its properties become keys of the Secret. */
  key: string
  /** How often it is fetched, as a Go duration. Default `1h`. */
  refreshInterval?: string
  /** What the store is. Default `ClusterSecretStore`. */
  kind?: 'ClusterSecretStore' | 'SecretStore'
}): SecretSource => ({
  from: 'external-secret',
  store: { kind: source.kind ?? 'ClusterSecretStore', name: source.store },
  key: source.key,
  refreshInterval: source.refreshInterval ?? '1h',
})
