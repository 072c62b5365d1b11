import { type Check, listOf, oneOf, shape } from '../../fleet/checks/check.ts'
import { objectName, secretReference, text } from '../../fleet/checks/scalars.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import type { Problem } from '../../problem.ts'

/** Somewhere that events go beside Alertmanager. Its address lets anybody post there, so it comes from a Secret. */
export interface Channel {
  /** Name of its Provider and Alert in the cluster. */
  readonly name: string
  readonly type: 'discord' | 'generic' | 'slack'
  /** A Secret with the key `address`. */
  readonly address: SecretReference
  /** Where to post, for a service whose address leaves it open. */
  readonly channel?: string
}

interface ChannelSettings {
  /** Needed when there are two of a kind. Default: `slack`, `discord` or `webhook`. */
  readonly name?: string
  /** The Secret whose key `address` holds the webhook's URL. */
  readonly address: SecretReference
}

/** A Slack webhook. `channel` is where it posts; by default where the webhook was made for. */
export const slack = (settings: ChannelSettings & { readonly channel?: string }): Channel => ({
  name: 'slack',
  type: 'slack',
  ...settings,
})

/** A Discord webhook. Where it posts was said when it was made. */
export const discord = (settings: ChannelSettings): Channel => ({ name: 'discord', type: 'discord', ...settings })

/** Any URL that takes Flux's events as JSON by POST. */
export const webhook = (settings: ChannelSettings): Channel => ({ name: 'webhook', type: 'generic', ...settings })

/** The Provider that is there without being asked for. */
export const alertmanagerChannel = 'alertmanager'

const channel = shape(
  'a channel',
  {
    name: objectName,
    type: oneOf('known-channel', 'channel', ['discord', 'generic', 'slack']),
    address: secretReference,
    channel: text,
  },
  ['name', 'type', 'address'],
)

/** Channels, each by a name of its own. */
export const channels: Check = (value, place) => {
  const problems = listOf(channel)(value, place)
  if (problems.length > 0) return problems
  const names = (value as readonly Channel[]).map(({ name }) => name)
  return names.flatMap((name, index): readonly Problem[] =>
    name !== alertmanagerChannel && names.indexOf(name) === index
      ? []
      : [
          {
            rule: 'one-name-a-channel',
            place: [...place, String(index), 'name'],
            reason: `a channel is called '${name}' already`,
            fix: `give this one a name of its own, such as '${name}-2'`,
          },
        ],
  )
}
