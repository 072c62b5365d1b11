import { describe, expect, test } from 'vitest'
import { environment } from '../../generators/fleet/environment.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'

describe('values stand in the highest layer that decides them', () => {
  test('the base holds the defaults, the environment its storage class, and a cluster that says nothing has no layer', () => {
    const rendered = tree(fleet({ a: { components: [store()] } }))
    expect(rendered.problems).toEqual([])
    expect(rendered.at('apps/base/monitoring/store/values.yaml')).toEqual({
      retention: '24h',
      persistence: { size: '10Gi' },
    })
    expect(rendered.at('apps/dev/monitoring/store/values-dev.yaml')).toEqual({
      persistence: { storageClass: 'local-path' },
    })
    expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters'))
    expect(rendered.at('clusters/a/monitoring/store.yaml').spec.path).toBe('./apps/dev/monitoring/store')
  })

  test('a cluster option lands in the cluster layer alone', () => {
    const rendered = tree(fleet({ a: { components: [store({ size: '50Gi' })] }, b: { components: [store()] } }))
    expect(rendered.at('apps/clusters/a/monitoring/store/values-a.yaml')).toEqual({ persistence: { size: '50Gi' } })
    expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters/b'))
  })

  test('an environment that says what the base happens to say keeps saying it', () => {
    const said = { dev: environment({ storageClass: 'local-path' }, [store({ retention: '24h' })]) }
    const rendered = tree(fleet({ a: { components: [store()] } }, said))
    expect(rendered.at('apps/dev/monitoring/store/values-dev.yaml')).toEqual({
      retention: '24h',
      persistence: { storageClass: 'local-path' },
    })
  })

  test('options of the fleet base go over the defaults of the catalogue', () => {
    const rendered = tree(fleet({ a: { components: [store()] } }, {}, [store({ retention: '48h' })]))
    expect(rendered.at('apps/base/monitoring/store/values.yaml').retention).toBe('48h')
  })

  test('a version in one layer is a patch of the source, and of nothing else', () => {
    const rendered = tree(fleet({ a: { components: [store({ version: '1.3.0' }), sender({ version: '0.2.0' })] } }))
    const [patch] = rendered.at('apps/clusters/a/monitoring/store/kustomization.yaml').patches
    expect(patch.target.kind).toBe('OCIRepository')
    expect(patch.patch).toContain('value: 1.3.0')
    expect(rendered.paths).not.toContain('apps/clusters/a/monitoring/store/values-a.yaml')
    const [release] = rendered.at('apps/clusters/a/monitoring/sender/kustomization.yaml').patches
    expect(release.target.kind).toBe('HelmRelease')
    expect(release.patch).toContain('path: /spec/chart/spec/version')
  })

  test('a cluster called like its environment gets a values file of its own name', () => {
    const rendered = tree(fleet({ dev: { components: [store({ size: '50Gi' })] } }))
    expect(rendered.at('apps/clusters/dev/monitoring/store/values-cluster-dev.yaml')).toEqual({
      persistence: { size: '50Gi' },
    })
  })
})

describe('plain objects', () => {
  test('stand whole in the base and as exact patches below', () => {
    const rendered = tree(fleet({ a: { components: [note({ size: '2Gi' })] } }))
    expect(rendered.at('apps/base/monitoring/note/configmap.yaml').data).toEqual({ size: '1Gi' })
    expect(rendered.at('apps/clusters/a/monitoring/note/kustomization.yaml')).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'monitoring',
      resources: ['../../../../base/monitoring/note'],
      patches: [
        {
          target: { version: 'v1', kind: 'ConfigMap', name: 'note' },
          patch: '- op: replace\n  path: /data/size\n  value: 2Gi\n',
        },
      ],
    })
  })

  test('an object that only one layer has is a file of that layer', () => {
    const rendered = tree(fleet({ a: { components: [note({ size: '9Gi' })] } }))
    expect(rendered.at('apps/clusters/a/monitoring/note/kustomization.yaml').resources).toEqual([
      '../../../../base/monitoring/note',
      'serviceaccount.yaml',
    ])
  })
})

describe('wiring', () => {
  test('the usual provider in the same namespace is written in the base, and orders', () => {
    const rendered = tree(fleet({ a: { components: [sender(), store()] } }))
    expect(rendered.at('apps/base/monitoring/sender/values.yaml')).toEqual({
      url: 'http://store.monitoring.svc.cluster.local',
    })
    expect(rendered.at('clusters/a/monitoring/sender.yaml').spec.dependsOn).toEqual([{ name: 'store' }])
    expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters'))
  })

  test('another provider is written in the layer of the cluster that has it', () => {
    const rendered = tree(fleet({ a: { components: [sender(), store({ name: 'archive' })] } }))
    expect(rendered.at('apps/clusters/a/monitoring/sender/values-a.yaml')).toEqual({
      url: 'http://archive.monitoring.svc.cluster.local',
    })
    expect(rendered.at('clusters/a/monitoring/sender.yaml').spec.dependsOn).toEqual([{ name: 'archive' }])
  })

  test('nobody to provide is a problem that says who could', () => {
    expect(tree(fleet({ a: { components: [sender()] } })).problems).toEqual([
      {
        rule: 'requirement-met',
        place: ['clusters', 'a', 'namespaces', 'monitoring', 'sender'],
        reason: 'sender needs an endpoint loki-push, and nothing in the cluster provides it',
        fix: 'add lokiSingle() or loki() to a namespace of clusters.a',
      },
    ])
  })
})
