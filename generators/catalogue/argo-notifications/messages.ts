import type { ChannelType, NamedChannel } from '../channels/channel.ts'
import type { Event } from './events.ts'

const application = '.app.metadata.name'

/** A piece of JSON that Argo CD fills in, as text of any content. */
const filledIn = (pieces: readonly string[]): string => `{{ print ${pieces.join(' ')} | toJson }}`

/** The sentence that people read, and a link to the Application. */
const sentence = ({ told }: Event, url: string | undefined): string =>
  filledIn([
    '"Application "',
    application,
    ...told,
    ...(url === undefined ? [] : [JSON.stringify(` ${url}/applications/`), application]),
  ])

type Body = (text: string, event: Event, channel: NamedChannel) => readonly string[]

/** What each kind of service wants to be sent: members of a JSON object. */
const bodies: Readonly<Record<ChannelType, Body>> = {
  slack: (text, _, { channel }) => [
    `"text": ${text}`,
    ...(channel === undefined ? [] : [`"channel": ${JSON.stringify(channel)}`]),
  ],
  discord: (text) => [`"content": ${text}`],
  generic: (text, { name }) => [
    `"event": ${JSON.stringify(name)}`,
    `"application": ${filledIn([application])}`,
    `"message": ${text}`,
  ],
}

/** The request that tells a channel of an event, as a template. */
export const request = (event: Event, channel: NamedChannel, url: string | undefined) => ({
  method: 'POST',
  body: `{${bodies[channel.type](sentence(event, url), event, channel).join(', ')}}`,
})
