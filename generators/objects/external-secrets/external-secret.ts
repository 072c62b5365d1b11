import type { ExternalSecretSource } from '../../fleet/secret.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/** An ExternalSecret that makes a Secret of the same name with all properties of one entry in the store. */
export const externalSecretObject = (
  name: string,
  { store, key, refreshInterval }: ExternalSecretSource,
): KubernetesObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name },
  spec: {
    refreshInterval,
    secretStoreRef: { kind: store.kind, name: store.name },
    // Orphan: a pod that restarts while the ExternalSecret is gone still finds its Secret.
    target: { name, creationPolicy: 'Orphan' },
    dataFrom: [{ extract: { key } }],
  },
})
