import { type Check, listOf, oneOf, shape } from '../../fleet/checks/check.ts'
import { objectName, secretReference, text } from '../../fleet/checks/scalars.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import type { Problem } from '../../problem.ts'

export type ChannelType = 'discord' | 'generic' | 'slack'

/** Somewhere that people are told of what happens. Its address lets anybody post there, so it comes from a Secret. */
export interface Channel {
  /** Its name in the cluster. */
  readonly name: string
  readonly type: ChannelType
  /** A Secret with the key `address`. Argo CD takes none: it reads all addresses from one Secret of its own. */
  readonly address?: SecretReference
  /** Where to post, for a service whose address leaves it open. */
  readonly channel?: string
}

/** A channel whose address has a Secret of its own. */
export type AddressedChannel = Channel & { readonly address: SecretReference }

/** A channel whose address stands among others. */
export type NamedChannel = Channel & { readonly address?: never }

interface ChannelSettings {
  /** Needed when there are two of a kind. Default: `slack`, `discord` or `webhook`. */
  readonly name?: string
  /** The Secret whose key `address` holds the webhook's URL. Flux needs it, Argo CD takes none. */
  readonly address?: SecretReference
}

interface SlackSettings extends ChannelSettings {
  /** Where it posts. Default: where the webhook was made for. */
  readonly channel?: string
}

/** A channel that has an address if its settings have. */
type ChannelOf<Settings> = Settings extends { readonly address: SecretReference } ? AddressedChannel : NamedChannel

const making =
  <Allowed extends ChannelSettings>(name: string, type: ChannelType) =>
  <Settings extends Allowed>(settings?: Settings): ChannelOf<Settings> =>
    ({ name, type, ...settings }) as Channel as ChannelOf<Settings>

/** A Slack webhook. */
export const slack = making<SlackSettings>('slack', 'slack')

/** A Discord webhook. Where it posts was said when it was made. */
export const discord = making<ChannelSettings>('discord', 'discord')

/** Any URL that takes JSON by POST. */
export const webhook = making<ChannelSettings>('webhook', 'generic')

const members = {
  name: objectName,
  type: oneOf('known-channel', 'channel', ['discord', 'generic', 'slack'] satisfies ChannelType[]),
  channel: text,
}

/** A list of channels, each by a name of its own that is not `taken` already. */
const channelsOf =
  (channel: Check, taken: readonly string[]): Check =>
  (value, place) => {
    const problems = listOf(channel)(value, place)
    if (problems.length > 0) return problems
    const names = (value as readonly Channel[]).map(({ name }) => name)
    return names.flatMap((name, index): readonly Problem[] =>
      !taken.includes(name) && names.indexOf(name) === index
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

/** Channels that each have a Secret. */
export const addressedChannels = (...taken: readonly string[]): Check =>
  channelsOf(shape('a channel', { ...members, address: secretReference }, ['name', 'type', 'address']), taken)

/** Channels whose addresses all stand in the Secret that is named. */
export const namedChannels = (secret: string): Check =>
  channelsOf(shape('a channel', { ...members, address: addressedElsewhere(secret) }, ['name', 'type']), [])

const addressedElsewhere =
  (secret: string): Check =>
  (_, place) => [
    {
      rule: 'channel-address',
      place,
      reason: `the address is read from the Secret ${secret}, and from no other`,
      fix: `remove it, and put the address into ${secret}, under the name of the channel`,
    },
  ]
