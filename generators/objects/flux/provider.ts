import type { IProvider } from '@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Provider'

export type ProviderSpec = NonNullable<IProvider['spec']>

/** The key under which a Provider's Secret holds the address to post to, which is a secret when it lets anybody post. */
export const addressKey = 'address'

/** Where notification-controller sends events. */
export const provider = (name: string, spec: ProviderSpec) =>
  ({
    apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
    kind: 'Provider',
    metadata: { name },
    spec,
  }) satisfies IProvider
