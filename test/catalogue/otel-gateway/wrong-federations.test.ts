import { describe, expect, test } from 'vitest'
import { type Destination, splunk } from '../../../generators/catalogue/otel-gateway/destinations.ts'
import { otelGateway } from '../../../generators/catalogue/otel-gateway/otel-gateway.ts'
import { existing, secret } from '../../../generators/fleet/secret.ts'
import { certManager, federationCertificates, otelAggregator } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { says } from '../../support/says.ts'
import { tree } from '../../support/tree.ts'
import { federation, sends, stores } from './hub.ts'

const home = 'clusters.hub.namespaces.monitoring'
const address = 'otlp.hub.example.com'

test('a federation as it should be has no problem', () => {
  expect(problemsOf(federation())).toEqual([])
})

test('a hub that its edges cannot reach is told at each of them', () => {
  expect(problemsOf(federation({ gateway: {} }))).toEqual([
    [
      'clusters.edge-1.namespaces.monitoring.sends',
      'sends needs an endpoint otlp in the cluster hub, and monitoring/otel-gateway, which provides it there, cannot be reached from other clusters',
      `give ${home}.otel-gateway an address outside its cluster, or send to another cluster`,
    ],
  ])
})

test('a hub without a gateway is told to have one', () => {
  const edge = { role: 'edge', components: [sends()] } as const
  expect(problemsOf(fleet({ hub: { role: 'hub', components: stores }, 'edge-1': edge }))).toMatchObject([
    [
      'clusters.edge-1.namespaces.monitoring.sends',
      'sends needs an endpoint otlp in the cluster hub, and nothing there provides it',
      'add otelGateway() to a namespace of clusters.hub',
    ],
  ])
})

test('a gateway is told of each store that its hub lacks', () => {
  const components = [otelGateway({ mtls: false })]
  expect(problemsOf(fleet({ hub: { role: 'hub', components } })).map(([, reason, fix]) => [reason, fix])).toEqual([
    [
      'otel-gateway needs an endpoint otlp-logs, and nothing in the cluster provides it',
      'add lokiSingle() to a namespace of clusters.hub',
    ],
    [
      'otel-gateway needs an endpoint otlp-metrics, and nothing in the cluster provides it',
      'add prometheus({ receivers: { otlp: true } }) to a namespace of clusters.hub',
    ],
    [
      'otel-gateway needs an endpoint otlp-traces, and nothing in the cluster provides it',
      'add tempo() to a namespace of clusters.hub',
    ],
  ])
})

test('a gateway whose certificate nobody signs would wait for it for ever', () => {
  const components = [...stores, otelGateway({ address })]
  expect(problemsOf(fleet({ hub: { role: 'hub', components, crds: ['cert-manager.io'] } }))).toEqual([
    [
      `${home}.otel-gateway`,
      'otel-gateway refers to the Issuer federation-certificates, and nothing brings it to monitoring',
      'add one to monitoring: federationCertificates() brings one for a gateway',
    ],
  ])
})

test('a gateway that lets anybody in from outside is an open door', () => {
  const problems = problemsOf(federation({ gateway: { address, mtls: false } }))
  expect(problems).toContainEqual([
    `${home}.otel-gateway.address`,
    expect.stringContaining('LoadBalancer otlp.hub.example.com'),
    expect.any(String),
  ])
})

describe('an edge and a gateway that do not agree on certificates', () => {
  const told = (edge: { mtls?: boolean }, gateway: { mtls?: boolean }) =>
    says(
      tree(
        fleet({
          hub: {
            role: 'hub',
            components: [certManager(), federationCertificates(), ...stores, otelGateway({ address, ...gateway })],
          },
          'edge-1': {
            role: 'edge',
            settings: { secrets: { 'otel-client': existing() } },
            components: [otelAggregator(edge)],
          },
        }),
      ).problems,
    )
  const aggregator = 'clusters.edge-1.namespaces.monitoring.otel-aggregator'

  test('the edge would be refused', () => {
    expect(told({ mtls: false }, {})).toEqual([
      [
        `${aggregator}.mtls`,
        'otel-aggregator sends in the open, and monitoring/otel-gateway in the cluster hub takes nothing from whoever shows no certificate',
        `leave mtls out here, or write mtls: false at ${home}.otel-gateway too`,
      ],
    ])
  })

  test('the edge would wait for a certificate that nobody has', () => {
    expect(told({}, { mtls: false })).toEqual([
      [
        aggregator,
        'otel-aggregator shows a certificate and wants to see one, and monitoring/otel-gateway in the cluster hub has none',
        `write mtls: false here too, or leave it out at ${home}.otel-gateway`,
      ],
    ])
  })

  test.each([{}, { mtls: false }, { mtls: true }])('those that agree are silent: %j', (both) => {
    expect(told(both, both)).toEqual([])
  })
})

describe('a destination', () => {
  const endpoint = 'https://splunk.example.com:8088/services/collector'
  const told = (destinations: readonly Destination[], secrets = {}) =>
    problemsOf(federation({ gateway: { address, destinations }, settings: { secrets } }))

  test('without its Secret does not compile, and is told', () => {
    // @ts-expect-error a router without Secret
    expect(told([splunk({ endpoint })])).toEqual([
      [`${home}.otel-gateway.destinations.0`, "splunk() lacks 'token'", 'add token'],
    ])
  })

  test('whose Secret comes from nowhere is told', () => {
    const destinations = [splunk({ endpoint, token: secret('splunk') })]
    expect(told(destinations)).toEqual([
      [
        `${home}.otel-gateway.destinations`,
        'otel-gateway reads the Secret splunk, and the fleet does not say where it comes from',
        `add 'splunk': existing(), sops() or externalSecret({ … }) to ${home}.secrets`,
      ],
    ])
    expect(told(destinations, { splunk: existing() })).toEqual([])
  })

  test('whose token stands in the fleet is told', () => {
    // @ts-expect-error a token in plain text
    const [[, reason] = []] = told([splunk({ endpoint, token: 'hunter2' })])
    expect(reason).toBe('a secret is written here in plain text, and would be committed')
  })

  test('is told apart from others by its name', () => {
    const one = splunk({ endpoint, token: secret('splunk') })
    expect(told([one, one], { splunk: existing() })).toEqual([
      [
        `${home}.otel-gateway.destinations.1`,
        'there are two destinations called splunk',
        "give it a name of its own: name: '…'",
      ],
    ])
  })
})

test.each([
  [{ replicas: { min: 4, max: 2 } }, 'replicas.min', 'there cannot be at least 4 and at most 2 replicas'],
  [{ replicas: { min: 0 } }, 'replicas.min', '0 is not a number of replicas'],
  [{ address: 'https://otlp.hub.example.com' }, 'address', "'https://otlp.hub.example.com' is not a host name"],
  [{ destinations: [{ kind: 'kafka' }] }, 'destinations.0', "'kafka' is no kind of destination"],
  [{ destinations: ['splunk'] }, 'destinations.0', "'splunk' is not a map"],
])('%j', (options, path, reason) => {
  const [[place, said] = []] = problemsOf(federation({ gateway: options as never, edges: [] }))
  expect([place, said]).toEqual([`${home}.otel-gateway.${path}`, reason])
})
