import { expect, test } from 'vitest'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import {
  argo,
  argoNotifications,
  except,
  fluxAlerts,
  helmRelease,
  otelGateway,
  otlpTo,
  secret,
  slack,
  sops,
  tempo,
} from '../../../generators/fleetwright.ts'
import { fleet, note } from '../../support/fleets.ts'
import { wrong } from '../rules/platform.ts'
import { type Mistake, of, told } from './told.ts'

const channel = slack({ address: secret('slack') })
const otlp = otlpTo({ endpoint: 'https://otlp.example.com', authorization: secret('otlp') })
const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }
const web = helmRelease({ name: 'web', chart })
const excepting = (rule: string, at: string): Fleet => ({
  ...of(note()),
  exceptions: [except(wrong(rule), { at, because: 'it is a sandbox' })],
})

test.each<Mistake>([
  [
    "a channel's address where all addresses stand in one Secret",
    of(argoNotifications({ channels: [wrong(slack({ address: secret('slack') }))] })),
    'clusters.a.namespaces.monitoring.argo-notifications.channels.0.address',
    'the address is read from the Secret argocd-notifications-secret, and from no other',
    'remove it, and put the address into argocd-notifications-secret, under the name of the channel',
    'channel-address',
  ],
  [
    'an exception for a rule that is not there',
    excepting('persistance', 'clusters.a'),
    'exceptions.0.rule',
    "there is no rule 'persistance'",
    "write 'persistence'",
    'known-rule',
  ],
  [
    'an exception for a place that is not there',
    excepting('persistence', 'clusters.b'),
    'exceptions.0.at',
    'the fleet has no place clusters.b',
    "write 'clusters.a'",
    'known-place',
  ],
  [
    'an exception that nothing needs',
    excepting('persistence', 'clusters.a'),
    'exceptions.0',
    'persistence finds nothing at clusters.a, so there is nothing to switch off',
    'remove the exception',
    'exception-used',
  ],
  [
    'a Secret that Argo CD cannot decrypt',
    fleet({ a: { components: [], by: argo, settings: { secrets: { login: sops() } } } }),
    'clusters.a.namespaces.monitoring.secrets.login',
    'Argo CD decrypts nothing, and would apply the Secret login as it is encrypted',
    'write externalSecret({ … }), or existing() and make it by hand',
    'one-engine',
  ],
  [
    'a second hub',
    fleet({ a: { role: 'hub', components: [] }, b: { role: 'hub', components: [] } }),
    'clusters.b.role',
    'b is a second hub, and the edges would not know which of it and a to send to',
    "write role: 'edge', or take the role away from one of them",
    'one-hub',
  ],
  [
    'two destinations of one name',
    of(otelGateway({ destinations: [otlp, otlp] })),
    'clusters.a.namespaces.monitoring.otel-gateway.destinations.1',
    'there are two destinations called otlp',
    "give it a name of its own: name: '…'",
    'destination-once',
  ],
  [
    'one id for two clusters',
    fleet({ a: { components: [], id: 'lab' }, b: { components: [], id: 'lab' } }),
    'clusters.b.id',
    'b calls itself lab in its telemetry, and so does a',
    'give it an id of its own, or leave id out: then its name is taken',
    'cluster-id-once',
  ],
  [
    'two components of one name that are not the same',
    fleet({ a: { components: [web()] }, b: { components: [tempo({ name: 'web' })] } }),
    'clusters.b.namespaces.monitoring.web',
    'web is another component here than at clusters.a.namespaces.monitoring.web, and both would share one base',
    'use the same component, or give one a name of its own',
    'one-name-one-component',
  ],
  [
    'two channels of one name',
    of(fluxAlerts({ channels: [channel, channel] })),
    'clusters.a.namespaces.monitoring.flux-alerts.channels.1.name',
    "a channel is called 'slack' already",
    "give this one a name of its own, such as 'slack-2'",
    'one-name-a-channel',
  ],
])('%s', (_, given, place, reason, fix, rule) => {
  expect(told(given)).toContainEqual([place, reason, fix, rule])
})
