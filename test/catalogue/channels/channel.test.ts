import { expect, expectTypeOf, test } from 'vitest'
import {
  type AddressedChannel,
  discord,
  type NamedChannel,
  slack,
  webhook,
} from '../../../generators/catalogue/channels/channel.ts'
import { secret } from '../../../generators/fleet/secret.ts'

test('a channel is called by its kind, or as it is told', () => {
  expect(slack({ channel: 'platform' })).toEqual({ name: 'slack', type: 'slack', channel: 'platform' })
  expect(discord()).toEqual({ name: 'discord', type: 'discord' })
  expect(webhook({ name: 'pager' })).toEqual({ name: 'pager', type: 'generic' })
})

test('one with an address does not compile for Argo CD, nor one without for Flux', () => {
  const address = secret('slack-webhook')
  expect(slack({ address })).toEqual({ name: 'slack', type: 'slack', address })
  expectTypeOf(slack({ address })).toExtend<AddressedChannel>()
  expectTypeOf(slack({ address })).not.toExtend<NamedChannel>()
  expectTypeOf(slack({ name: 'chat' })).toExtend<NamedChannel>()
  expectTypeOf(slack()).not.toExtend<AddressedChannel>()
})
