import { expect, test } from 'vitest'
import type { FederationCertificatesOptions } from '../../../generators/catalogue/federation-certificates/options.ts'
import type { OtelGatewayOptions } from '../../../generators/catalogue/otel-gateway/options.ts'
import { tree } from '../../support/tree.ts'
import { federation } from './hub.ts'

/** Whom a hub's gateway waits for, by name. */
const before = (gateway: OtelGatewayOptions, certificates: FederationCertificatesOptions = {}): readonly string[] => {
  const { dependsOn } = tree(federation({ gateway, certificates })).at('clusters/hub/monitoring/otel-gateway.yaml').spec
  return dependsOn.map(({ name }: { name: string }) => name)
}

const stores = ['loki-single', 'prometheus', 'tempo']

test('a gateway waits for who signs its certificate: its Pods cannot start without', () => {
  expect(before({})).toEqual(['cert-manager', 'federation-certificates', ...stores])
})

test('under another name as well', () => {
  expect(before({ issuer: 'authority' }, { name: 'authority' })).toEqual(['authority', 'cert-manager', ...stores])
})

test.each<[string, OtelGatewayOptions]>([
  ['that shows no certificate waits for nobody who would sign it', { mtls: false }],
  ['does not wait for an Issuer that it does not ask', { issuer: 'of-the-house' }],
])('a gateway %s', (_, gateway) => {
  expect(before(gateway)).not.toContain('federation-certificates')
})
