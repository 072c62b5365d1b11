import { manifestsComponent } from '../../fleet/define-component.ts'
import { addressesSecret, notificationsConfig } from './config.ts'
import { type ArgoNotificationsOptions, argoNotificationsChecks } from './options.ts'

/**
 * Tells people in their chats what happens to Argo CD's Applications. It stands in Argo CD's own namespace, where Argo CD
 * looks for it, and takes the place of the empty ConfigMap that was installed. Alertmanager is told by `argoAlerts()`.
 */
export const argoNotifications = manifestsComponent<ArgoNotificationsOptions>({
  name: 'argo-notifications',
  tier: 'apps',
  options: argoNotificationsChecks,
  defaults: { channels: [], severity: 'error' },
  objects: (options) => [notificationsConfig(options)],
  requires: ({ channels = [] }) => [
    { kind: 'crd', group: 'argoproj.io' },
    ...(channels.length === 0
      ? []
      : [
          {
            kind: 'secret' as const,
            name: addressesSecret,
            keys: channels.map(({ name }) => name),
            note: 'Argo CD brings it, without a key; each key holds the URL of the webhook that is called so',
          },
        ]),
  ],
})
