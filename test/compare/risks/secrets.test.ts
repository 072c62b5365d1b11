import { describe, expect, test } from 'vitest'
import { deletesSecret } from '../../../generators/compare/risks/deletes-secret.ts'
import { otherSecret } from '../../../generators/compare/risks/other-secret.ts'
import { secretSource } from '../../../generators/compare/risks/secret-source.ts'
import { deployed, found, kustomization, told } from './risky.ts'

const sops = (recipient = 'age1one', mac = 'first') => ({
  objects: `
apiVersion: v1
kind: Secret
metadata: { name: login, namespace: monitoring }
data: { password: 'ENC[AES256_GCM,data:${mac}]' }
sops: { age: [{ recipient: ${recipient} }], mac: '${mac}', lastmodified: '${mac}' }
`,
})
const external = (store = 'vault', key = 'grafana', policy = 'Owner') => ({
  objects: `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: login-sync, namespace: monitoring }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: ${store} }
  target: { name: login, creationPolicy: ${policy} }
  dataFrom: [{ extract: { key: ${key} } }]
`,
})
const grafana = (secret = 'login', key = 'password') => ({
  objects: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: grafana, namespace: monitoring }
spec:
  template:
    spec:
      containers:
        - name: grafana
          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: ${secret}, key: ${key} } } }]
`,
})
const reading = deployed(grafana(), { component: 'grafana' })

describe("a Secret's source changes", () => {
  test.each([
    [
      'from SOPS to a store',
      sops(),
      external(),
      'Secret monitoring/login comes from an ExternalSecret instead of a file encrypted with SOPS',
    ],
    [
      'to another store',
      external('vault'),
      external('aws'),
      'Secret monitoring/login comes from an ExternalSecret grafana of ClusterSecretStore aws instead of grafana of ClusterSecretStore vault',
    ],
    [
      'to another key of a store',
      external('vault', 'a'),
      external('vault', 'b'),
      'Secret monitoring/login comes from an ExternalSecret b of ClusterSecretStore vault instead of a of ClusterSecretStore vault',
    ],
    [
      'to other readers of the file',
      sops('age1one'),
      sops('age1two'),
      'Secret monitoring/login comes from a file encrypted with SOPS for age1two instead of for age1one',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(secretSource, { before, after })).toEqual([what])
  })

  test('from what people put there by hand', () => {
    const cluster = { before: [reading], after: [reading] }
    expect(found(secretSource, { before: {}, after: sops(), cluster })).toEqual([
      {
        what: 'Secret monitoring/login, which was put there by hand, comes from a file encrypted with SOPS',
        because:
          'Deployment monitoring/grafana reads it already, and what is there is written over. Check that the new source holds the same.',
      },
    ])
  })

  test('when Flux decrypts with another key', () => {
    const control = (name: string) => kustomization(`decryption: { provider: sops, secretRef: { name: ${name} } }`)
    expect(told(secretSource, { before: { control: control('old') }, after: { control: control('new') } })).toEqual([
      'Kustomization monitoring/app decrypts with new',
    ])
    expect(told(secretSource, { before: {}, after: { control: control('new') } })).toEqual([])
  })

  test.each([
    ['its content is encrypted anew', sops('age1one', 'first'), sops('age1one', 'second')],
    ['it is new, and nobody read it', {}, sops()],
    [
      'it is asked for in another rhythm',
      external(),
      { objects: external().objects.replace('spec:', 'spec:\n  refreshInterval: 5m') },
    ],
  ])('but not where %s', (_, before, after) => {
    expect(told(secretSource, { before, after })).toEqual([])
  })
})

describe('a Secret goes away', () => {
  test('and those are named that still read it', () => {
    const cluster = { before: [], after: [reading] }
    expect(told(deletesSecret, { before: sops(), after: {}, cluster })).toEqual([
      'Secret monitoring/login is deleted, which Deployment monitoring/grafana reads',
    ])
  })

  test('with what synchronizes it, unless that leaves it behind', () => {
    expect(told(deletesSecret, { before: external(), after: {} })).toEqual([
      'ExternalSecret monitoring/login-sync is deleted, and with it Secret monitoring/login',
    ])
    expect(told(deletesSecret, { before: external('vault', 'grafana', 'Orphan'), after: {} })).toEqual([
      'ExternalSecret monitoring/login-sync leaves the tree, and the Secret stays in the cluster',
    ])
  })

  test('but not where it comes from elsewhere from now on', () => {
    expect(told(deletesSecret, { before: sops(), after: external() })).toEqual([])
    const cluster = { before: [], after: [deployed(sops(), { component: 'secrets' })] }
    expect(told(deletesSecret, { before: sops(), after: {}, cluster })).toEqual([])
  })
})

describe('another Secret is read', () => {
  test.each([
    [
      'by another name',
      grafana('login'),
      grafana('admin'),
      'Deployment monitoring/grafana reads Secret admin in place of login',
    ],
    [
      'by another key',
      grafana('login', 'password'),
      grafana('login', 'token'),
      'Deployment monitoring/grafana reads the key token of a Secret in place of password (spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key)',
    ],
    [
      'by a chart',
      { values: 'admin: { existingSecret: a }' },
      { values: 'admin: { existingSecret: b }' },
      'the release app reads Secret b in place of a',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(otherSecret, { before, after })).toEqual([what])
  })

  test('but not where one is read for the first time', () => {
    expect(told(otherSecret, { before: { values: '{}' }, after: { values: 'admin: { existingSecret: b }' } })).toEqual(
      [],
    )
    expect(told(otherSecret, { before: undefined, after: grafana() })).toEqual([])
  })
})
