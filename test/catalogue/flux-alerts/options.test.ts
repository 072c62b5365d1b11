import { expect, test } from 'vitest'
import { slack } from '../../../generators/catalogue/channels/channel.ts'
import { fluxAlertsChecks } from '../../../generators/catalogue/flux-alerts/options.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { says } from '../../support/says.ts'

const problems = (options: unknown) => says(shape('flux-alerts', fluxAlertsChecks)(options, ['flux-alerts']))
const address = secret('slack-webhook')

test('channels, namespaces and metadata pass', () => {
  expect(
    problems({
      alertmanager: false,
      channels: [slack({ address, channel: 'platform' }), slack({ name: 'slack-on-call', address })],
      severity: 'info',
      namespaces: ['kube-system'],
      metadata: { cluster: 'homelab' },
    }),
  ).toEqual([])
})

test('a webhook in plain text is refused', () => {
  expect(problems({ channels: [{ ...slack({ address }), address: 'https://hooks.slack.example/T0/B0/x' }] })).toEqual([
    [
      'flux-alerts.channels.0.address',
      'a secret is written here in plain text, and would be committed',
      "remove it, put it into a Secret and write secret('NAME') here",
    ],
  ])
})

test('two channels of one name are refused, and so is the name of the one that is always there', () => {
  expect(problems({ channels: [slack({ address }), slack({ address })] })).toEqual([
    [
      'flux-alerts.channels.1.name',
      "a channel is called 'slack' already",
      "give this one a name of its own, such as 'slack-2'",
    ],
  ])
  expect(problems({ channels: [slack({ name: 'alertmanager', address })] })).toEqual([
    [
      'flux-alerts.channels.0.name',
      "a channel is called 'alertmanager' already",
      "give this one a name of its own, such as 'alertmanager-2'",
    ],
  ])
})

test('a channel of a kind that there is not is refused, with the one that was meant', () => {
  expect(problems({ channels: [{ name: 'chat', type: 'slak', address }] })).toEqual([
    ['flux-alerts.channels.0.type', "'slak' is no channel", "write 'slack' (there are: discord, generic, slack)"],
  ])
})
