import type { IPushSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1alpha1/PushSecret'
import { selectorLabels } from '../kubernetes/labels.ts'

export interface PushSecretSettings {
  /** The Secret, and what pushes it. */
  readonly name: string
  /** What it belongs to. */
  readonly workload: string
  readonly keys: readonly string[]
  readonly store: { readonly kind: 'ClusterSecretStore' | 'SecretStore'; readonly name: string }
  /** The entry in the store, of which each key becomes a property. */
  readonly to: string
}

/** Puts a Secret into a store outside, where another cluster fetches it. It stays there when this is gone. */
export const pushSecret = ({ name, workload, keys, store, to }: PushSecretSettings) =>
  ({
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: { name, labels: selectorLabels(workload) },
    spec: {
      refreshInterval: '1h',
      secretStoreRefs: [store],
      updatePolicy: 'Replace',
      deletionPolicy: 'None',
      selector: { secret: { name } },
      data: keys.map((key) => ({ match: { secretKey: key, remoteRef: { remoteKey: to, property: key } } })),
    },
  }) satisfies IPushSecret
