import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { toYaml } from '../../output/yaml/emit.ts'
import type { NamedChannel } from '../channels/channel.ts'
import { degraded, deployed, type Event, syncFailing } from './events.ts'
import { request } from './messages.ts'
import type { ArgoNotificationsOptions } from './options.ts'

/** The one Secret that Argo CD reads addresses from. */
export const addressesSecret = 'argocd-notifications-secret'

/** The ConfigMap that Argo CD's notifications are told by. Its name and labels are Argo CD's. */
export const notificationsConfig = (options: Partial<ArgoNotificationsOptions>) =>
  ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-notifications-cm',
      labels: {
        'app.kubernetes.io/component': 'notifications-controller',
        'app.kubernetes.io/name': 'argocd-notifications-controller',
        'app.kubernetes.io/part-of': 'argocd',
      },
    },
    data: settings(options),
  }) satisfies IConfigMap

const settings = ({ channels = [], severity, url }: Partial<ArgoNotificationsOptions>): Record<string, string> => {
  if (channels.length === 0) return {}
  const events = severity === 'info' ? [syncFailing, degraded, deployed] : [syncFailing, degraded]
  return Object.fromEntries([
    ...channels.map(service),
    ...events.flatMap((event) => [trigger(event), template(event, channels, url)]),
    subscriptions(channels, events),
  ])
}

type Setting = readonly [key: string, text: string]

/** A webhook whose URL is a key of the Secret, named like the channel. */
const service = ({ name }: NamedChannel): Setting => [
  `service.webhook.${name}`,
  toYaml({ url: `$${name}`, headers: [{ name: 'Content-Type', value: 'application/json' }] }),
]

const trigger = ({ name, when, oncePer }: Event): Setting => [
  `trigger.${name}`,
  toYaml([{ when, oncePer, send: [name] }]),
]

const template = (event: Event, channels: readonly NamedChannel[], url: string | undefined): Setting => [
  `template.${event.name}`,
  toYaml({ webhook: Object.fromEntries(channels.map((channel) => [channel.name, request(event, channel, url)])) }),
]

/** All Applications, to all channels. */
const subscriptions = (channels: readonly NamedChannel[], events: readonly Event[]): Setting => [
  'subscriptions',
  toYaml([{ recipients: channels.map(({ name }) => name), triggers: events.map(({ name }) => name) }]),
]
