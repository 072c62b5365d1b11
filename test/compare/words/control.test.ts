import { describe, expect, test } from 'vitest'
import { said } from './said.ts'

describe('how the engine handles it', () => {
  const kustomization = (spec: string, from = 'clusters.one.loki') => ({
    control: `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: loki, annotations: { fleetwright.dev/from: ${from} } }
spec: ${spec}`,
  })

  test.each<[string, string, string]>([
    ['{ dependsOn: [{ name: a }] }', '{ dependsOn: [{ name: a }, { name: minio }] }', 'waits for minio now'],
    ['{ dependsOn: [{ name: minio }, { name: a }] }', '{ dependsOn: [{ name: a }] }', 'waits for minio no more'],
    ['{ path: ./apps/base/a/loki }', '{ path: ./apps/dev/a/loki }', 'moves to another folder'],
    ['{ path: ./apps/dev/a/loki }', '{ path: ./apps/clusters/one/a/loki }', 'moves to a folder of its own'],
    ['{}', '{ suspend: true }', 'suspended'],
    ['{ prune: true }', '{ prune: false }', 'leaves behind what goes away now'],
    ['{ interval: 1h }', '{ interval: 10m }', 'interval 1h → 10m'],
    ['{ wait: true }', '{ wait: false }', 'Kustomization loki: spec.wait true → false'],
  ])('from %s to %s: %s', (before, after, words) => {
    expect(said(kustomization(before), kustomization(after))).toEqual([words])
  })

  test('a first dependency is waited for as any other', () => {
    expect(said(kustomization('{}'), kustomization('{ dependsOn: [{ name: minio }] }'))).toEqual([
      'waits for minio now',
    ])
  })

  test('a place that moved in the fleet is no more than that', () => {
    expect(said(kustomization('{}'), kustomization('{}', 'clusters.two.loki'))).toEqual([
      'written elsewhere in the fleet',
    ])
  })

  test('an Application of another chart says so once', () => {
    const application = (version: string, wave: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: a.loki, annotations: { argocd.argoproj.io/sync-wave: '${wave}' } }
spec: { sources: [{ repoURL: ghcr.io/example, chart: loki, targetRevision: ${version} }] }`
    expect(
      said(
        { values: '{}', version: '1.0.0', control: application('1.0.0', '1') },
        { values: '{}', version: '2.0.0', control: application('2.0.0', '2') },
      ),
    ).toEqual(['chart 1.0.0 → 2.0.0', 'sync wave 1 → 2'])
  })
})
