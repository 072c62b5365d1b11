import { expect, test } from 'vitest'
import { externalSecret } from '../../../generators/fleet/secret.ts'
import { otelAggregator } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'
import { federation } from '../opentelemetry/federation.ts'

const readme = (given: Parameters<typeof tree>[0]) => tree(given).text('clusters/edge-1/README.md')

test('the README of an edge says how its certificate comes from the hub', () => {
  const text = readme(federation())
  expect(text).toContain(`
kubectl get secret -A --context hub --field-selector metadata.name=otel-client-edge-1 -o json \\
  | jq '.items[0] | {apiVersion, kind, type, data, metadata: {name: "otel-client"}}' \\
  | kubectl apply -f - -n monitoring
`)
  expect(text).toContain('`otel-client-edge-1` at hub, where cert-manager makes and renews it')
})

test('an edge is asked for by what its telemetry calls it', () => {
  const { clusters, ...rest } = federation()
  const edge = { ...clusters['edge-1']!, id: 'berlin' }
  expect(readme({ ...rest, clusters: { ...clusters, 'edge-1': edge } })).toContain('metadata.name=otel-client-berlin ')
})

test('an edge that fetches it from a store has nothing to do by hand', () => {
  const secrets = { 'otel-client': externalSecret({ store: 'platform', key: 'otel-client/edge-1' }) }
  const edge = {
    role: 'edge',
    settings: { secrets },
    components: [otelAggregator()],
    crds: ['external-secrets.io'],
  } as const
  const text = readme(fleet({ hub: { role: 'hub', components: [] }, 'edge-1': edge }))
  expect(text).not.toContain('kubectl apply -f - -n')
  expect(text).toContain('entry `otel-client/edge-1` of ClusterSecretStore `platform`')
})
