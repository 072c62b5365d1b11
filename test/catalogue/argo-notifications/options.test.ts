import { expect, test } from 'vitest'
import { argoNotificationsChecks } from '../../../generators/catalogue/argo-notifications/options.ts'
import { slack } from '../../../generators/catalogue/channels/channel.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { says } from '../../support/says.ts'

const problems = (options: unknown) =>
  says(shape('argo-notifications', argoNotificationsChecks)(options, ['argo-notifications']))

test('channels, severity and an address for links pass', () => {
  expect(
    problems({
      channels: [slack(), slack({ name: 'slack-on-call', channel: 'on-call' })],
      severity: 'info',
      url: 'https://argocd.example.com',
    }),
  ).toEqual([])
})

test('a Secret of its own, which Argo CD would never read, is refused', () => {
  expect(problems({ channels: [slack({ address: secret('slack-webhook') })] })).toEqual([
    [
      'argo-notifications.channels.0.address',
      'the address is read from the Secret argocd-notifications-secret, and from no other',
      'remove it, and put the address into argocd-notifications-secret, under the name of the channel',
    ],
  ])
})

test('two channels of one name are refused', () => {
  expect(problems({ channels: [slack(), slack()] })).toEqual([
    [
      'argo-notifications.channels.1.name',
      "a channel is called 'slack' already",
      "give this one a name of its own, such as 'slack-2'",
    ],
  ])
})
