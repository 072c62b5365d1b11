import { expect, test } from 'vitest'
import { discord, slack, webhook } from '../../../generators/catalogue/channels/channel.ts'
import type { FluxAlertsOptions } from '../../../generators/catalogue/flux-alerts/options.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { placed, requirements } from './place.ts'

const providers = (options: FluxAlertsOptions = {}) =>
  placed(options)
    .objects.filter(({ kind }) => kind === 'Provider')
    .map(({ metadata, spec }) => [metadata.name, spec])
const alerts = (options: FluxAlertsOptions = {}): readonly Record<string, unknown>[] =>
  placed(options)
    .objects.filter(({ kind }) => kind === 'Alert')
    .map(({ metadata, spec }) => ({ name: metadata.name, ...(spec as Record<string, unknown>) }))

test('errors go to the Alertmanager of the namespace without being asked', () => {
  expect(providers()).toEqual([
    [
      'alertmanager',
      {
        type: 'alertmanager',
        address: 'http://kube-prometheus-stack-alertmanager.monitoring.svc.cluster.local:9093/api/v2/alerts/',
      },
    ],
  ])
  expect(alerts()).toMatchObject([
    { name: 'alertmanager', providerRef: { name: 'alertmanager' }, eventSeverity: 'error' },
  ])
})

test('a channel gets a Provider that names a Secret, and an Alert of its own', () => {
  const channels = [
    slack({ channel: 'platform', address: secret('slack-webhook') }),
    discord({ address: secret('discord-webhook') }),
    webhook({ name: 'pager', address: secret('pager') }),
  ]
  expect(providers({ alertmanager: false, channels })).toEqual([
    ['slack', { type: 'slack', channel: 'platform', secretRef: { name: 'slack-webhook' } }],
    ['discord', { type: 'discord', secretRef: { name: 'discord-webhook' } }],
    ['pager', { type: 'generic', secretRef: { name: 'pager' } }],
  ])
  expect(alerts({ alertmanager: false, channels }).map(({ name, providerRef }) => [name, providerRef])).toEqual([
    ['slack', { name: 'slack' }],
    ['discord', { name: 'discord' }],
    ['pager', { name: 'pager' }],
  ])
})

test('a Secret must hold the address of a channel, and Alertmanager must be there only where events go to it', () => {
  const channels = [slack({ address: secret('slack-webhook') })]
  expect(requirements({ channels })).toEqual(
    expect.arrayContaining([
      { kind: 'secret', name: 'slack-webhook', keys: ['address'] },
      expect.objectContaining({ kind: 'endpoint', name: 'alertmanager' }),
    ]),
  )
  expect(requirements({ alertmanager: false }).map(({ kind }) => kind)).not.toContain('endpoint')
})

test('Flux is watched in its own namespace, in this one and in those that were named, each once', () => {
  const [alert] = alerts({ namespaces: ['kube-system', 'monitoring'] })
  const sources = alert?.eventSources as readonly { namespace: string }[]
  expect([...new Set(sources.map(({ namespace }) => namespace))]).toEqual(['flux-system', 'monitoring', 'kube-system'])
  expect(sources).toHaveLength(3 * 6)
})

test('severity and metadata reach every Alert', () => {
  const options = {
    severity: 'info',
    metadata: { cluster: 'homelab' },
    channels: [slack({ address: secret('s') })],
  } as const
  expect(alerts(options).map(({ eventSeverity, eventMetadata }) => [eventSeverity, eventMetadata])).toEqual([
    ['info', { cluster: 'homelab' }],
    ['info', { cluster: 'homelab' }],
  ])
})
