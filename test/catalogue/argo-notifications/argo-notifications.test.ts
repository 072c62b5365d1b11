import { ConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { discord, slack, webhook } from '../../../generators/catalogue/channels/channel.ts'
import { validateAs } from '../../support/validate-as.ts'
import { base } from '../where.ts'
import { configMap, definition } from './place.ts'

const setting = (key: string, ...options: Parameters<typeof configMap>) => parse(configMap(...options).data[key] ?? '')

test("it is Argo CD's own ConfigMap, by its name and labels", () => {
  const made = configMap({ channels: [slack()] })
  expect(made.metadata).toEqual({
    name: 'argocd-notifications-cm',
    labels: {
      'app.kubernetes.io/component': 'notifications-controller',
      'app.kubernetes.io/name': 'argocd-notifications-controller',
      'app.kubernetes.io/part-of': 'argocd',
    },
  })
  expect(() => validateAs(ConfigMap, made)).not.toThrow()
})

test('without a channel nobody is told', () => {
  expect(configMap().data).toEqual({})
})

test("a channel is a webhook whose address is the key of its name in Argo CD's Secret", () => {
  const channels = [slack(), webhook({ name: 'on-call' })]
  const headers = [{ name: 'Content-Type', value: 'application/json' }]
  expect(setting('service.webhook.slack', { channels })).toEqual({ url: '$slack', headers })
  expect(setting('service.webhook.on-call', { channels })).toEqual({ url: '$on-call', headers })
  expect(definition.requires?.({ channels }, base(definition))).toMatchObject([
    { kind: 'crd', group: 'argoproj.io' },
    { kind: 'secret', name: 'argocd-notifications-secret', keys: ['slack', 'on-call'] },
  ])
})

describe('all channels are told', () => {
  const channels = [slack(), discord()]

  test('of failures', () => {
    expect(setting('subscriptions', { channels })).toEqual([
      { recipients: ['slack', 'discord'], triggers: ['sync-failing', 'degraded'] },
    ])
  })

  test('of deployments too, where information is asked for', () => {
    expect(setting('subscriptions', { channels, severity: 'info' })).toEqual([
      { recipients: ['slack', 'discord'], triggers: ['sync-failing', 'degraded', 'deployed'] },
    ])
  })

  test.each(['sync-failing', 'degraded', 'deployed'])('%s has a trigger, and a request for each of them', (event) => {
    const options = { channels, severity: 'info' } as const
    expect(setting(`trigger.${event}`, options)).toMatchObject([{ when: expect.any(String), send: [event] }])
    const { webhook } = setting(`template.${event}`, options)
    expect(Object.keys(webhook)).toEqual(['slack', 'discord'])
    expect(webhook.slack).toEqual({ method: 'POST', body: expect.stringContaining('"text"') })
  })
})

test('each service is sent what it understands', () => {
  const channels = [slack({ channel: 'platform' }), discord(), webhook()]
  const { webhook: requests } = setting('template.degraded', { channels, url: 'https://argocd.example.com' })
  const text =
    '{{ print "Application " .app.metadata.name " is degraded." " https://argocd.example.com/applications/" .app.metadata.name | toJson }}'
  expect(requests).toEqual({
    slack: { method: 'POST', body: `{"text": ${text}, "channel": "platform"}` },
    discord: { method: 'POST', body: `{"content": ${text}}` },
    webhook: {
      method: 'POST',
      body: `{"event": "degraded", "application": {{ print .app.metadata.name | toJson }}, "message": ${text}}`,
    },
  })
})
