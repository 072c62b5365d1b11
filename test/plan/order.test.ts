import { describe, expect, test } from 'vitest'
import { helmRelease, manifests } from '../../generators/fleet/application.ts'
import type { Requirement } from '../../generators/fleet/capability.ts'
import { existing, externalSecret, sops } from '../../generators/fleet/secret.ts'
import { waves } from '../../generators/plan/waves.ts'
import { fleet, note } from '../support/fleets.ts'
import { says } from '../support/says.ts'
import { tree } from '../support/tree.ts'

const chart = { url: 'oci://registry.example/charts/app', version: '1.0.0' }
const reads = (name: string, ...keys: string[]): Requirement => ({ kind: 'secret', name, keys })

const crds = helmRelease({ name: 'crds', chart, provides: () => [{ kind: 'crd', group: 'example.com' }] })
const app = (name: string, ...requires: Requirement[]) => helmRelease({ name, chart, requires: () => requires })

describe('order follows from what is provided and required', () => {
  test('definitions of custom resources come before everything that uses them', () => {
    const rendered = tree(fleet({ a: { components: [app('user', { kind: 'crd', group: 'example.com' }), crds] } }))
    expect(rendered.at('clusters/a/monitoring/user.yaml').spec.dependsOn).toEqual([{ name: 'crds' }])
    expect(rendered.at('clusters/a/monitoring/crds.yaml').spec.dependsOn).toBeUndefined()
    const [cluster] = rendered.clusters
    expect(waves(cluster?.placements ?? []).map((wave) => wave.map(({ name }) => name))).toEqual([['crds'], ['user']])
  })

  test('definitions that are there already need no provider', () => {
    const user = app('user', { kind: 'crd', group: 'example.com' })
    expect(tree(fleet({ a: { components: [user], crds: ['example.com'] } })).problems).toEqual([])
    expect(says(tree(fleet({ a: { components: [user] } })).problems)).toEqual([
      [
        'clusters.a.namespaces.monitoring.user',
        'user needs the custom resources of example.com, and nothing in the cluster provides it',
        "add a component that brings them to clusters.a, or say that they are there: crds: ['example.com']",
      ],
    ])
  })

  test('what the fleet says to come first comes first, and a misspelt name is told', () => {
    const rendered = tree(
      fleet({ a: { components: [app('one'), note({ after: ['one'] }), note({ name: 'other', after: ['onne'] })] } }),
    )
    expect(rendered.at('clusters/a/monitoring/note.yaml').spec.dependsOn).toEqual([{ name: 'one' }])
    expect(says(rendered.problems)).toEqual([
      [
        'clusters.a.namespaces.monitoring.other.after',
        "no other component in monitoring is called 'onne'",
        "write 'one'",
      ],
    ])
  })

  test('a cycle is printed', () => {
    const rendered = tree(
      fleet({
        a: {
          components: [
            note({ name: 'x', after: ['y'] }),
            note({ name: 'y', after: ['z'] }),
            note({ name: 'z', after: ['x'] }),
          ],
        },
      }),
    )
    expect(says(rendered.problems)).toEqual([
      [
        'clusters.a.namespaces.monitoring.x',
        'components wait for each other for ever: monitoring/x → monitoring/y → monitoring/z → monitoring/x',
        'take one of these requirements away, or remove an `after`',
      ],
    ])
  })
})

describe('every Secret has a source', () => {
  test('one that nobody declares is a problem, and a near name is suggested', () => {
    const settings = { secrets: { 'grafana-admin': existing() } }
    const rendered = tree(fleet({ a: { settings, components: [app('one', reads('grafana-admn', 'password'))] } }))
    expect(says(rendered.problems)).toEqual([
      [
        'clusters.a.namespaces.monitoring.one',
        'one reads the Secret grafana-admn, and the fleet does not say where it comes from',
        "name the Secret 'grafana-admin', or add 'grafana-admn': existing() to clusters.a.namespaces.monitoring.secrets",
      ],
    ])
  })

  test('one that exists already needs nothing in the tree', () => {
    const settings = { secrets: { token: existing() } }
    const rendered = tree(fleet({ a: { settings, components: [app('one', reads('token', 'key'))] } }))
    expect(rendered.problems).toEqual([])
    expect(rendered.paths).not.toContain('clusters/a/monitoring/secrets.yaml')
  })

  test('an encrypted file is a resource of the secrets component, which Flux decrypts before its readers start', () => {
    const settings = { secrets: { token: sops() } }
    const rendered = tree(fleet({ a: { settings, components: [app('one', reads('token', 'key'))] } }))
    expect(rendered.at('apps/clusters/a/monitoring/secrets/kustomization.yaml').resources).toEqual(['token.sops.yaml'])
    expect(rendered.at('clusters/a/monitoring/secrets.yaml').spec.decryption).toEqual({
      provider: 'sops',
      secretRef: { name: 'sops-age' },
    })
    expect(rendered.at('clusters/a/monitoring/one.yaml').spec.dependsOn).toEqual([{ name: 'secrets' }])
    expect(rendered.clusters[0]?.secrets).toMatchObject([
      { name: 'token', keys: ['key'], file: 'apps/clusters/a/monitoring/secrets/token.sops.yaml' },
    ])
  })

  test('an external one is an ExternalSecret, whose definition the cluster must have', () => {
    const settings = { secrets: { token: externalSecret({ store: 'vault', key: 'apps/one' }) } }
    const components = [app('one', reads('token', 'key'))]
    const rendered = tree(fleet({ a: { settings, components, crds: ['external-secrets.io'] } }))
    expect(rendered.problems).toEqual([])
    expect(rendered.at('apps/clusters/a/monitoring/secrets/externalsecret-token.yaml').spec).toEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: 'token', creationPolicy: 'Orphan' },
      dataFrom: [{ extract: { key: 'apps/one' } }],
    })
    expect(says(tree(fleet({ a: { settings, components } })).problems)).toEqual([
      [
        'clusters.a.namespaces.monitoring.secrets',
        'secrets needs the custom resources of external-secrets.io, and nothing in the cluster provides it',
        "add a component that brings them to clusters.a, or say that they are there: crds: ['external-secrets.io']",
      ],
    ])
  })
})

describe('nothing is silent', () => {
  test('options for a component that no cluster of the environment runs', () => {
    const rendered = tree(fleet({ a: { components: [note] } }, {}, [note({ name: 'notte', size: '2Gi' })]))
    expect(says(rendered.problems)).toEqual([
      [
        'base.notte',
        'no cluster here runs a component called notte, so these options would be ignored',
        "give it the name 'note', or add it to a cluster",
      ],
    ])
  })

  test('two clusters that mean different things by one name', () => {
    const other = manifests({ name: 'note', objects: [] })
    const rendered = tree(fleet({ a: { components: [note] }, b: { components: [other] } }))
    expect(says(rendered.problems)).toEqual([
      [
        'clusters.b.namespaces.monitoring.note',
        'note is another component here than at clusters.a.namespaces.monitoring.note, and both would share one base',
        'use the same component, or give one a name of its own',
      ],
    ])
  })
})
