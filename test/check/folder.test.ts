import { describe, expect, test } from 'vitest'
import { manifests } from '../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { fleet } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'
import { home, homelab } from './rules/platform.ts'

const deployment = (container: Readonly<Record<string, unknown>>): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'registry.example/web:1', ...container }] },
    },
  },
})
const app = (...objects: readonly KubernetesObject[]) => manifests({ name: 'app', objects })

describe('an object that its schema does not allow', () => {
  test('an unknown field is told at its place, with the nearest that there is', () => {
    const account: KubernetesObject = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } }
    expect(problemsOf(homelab([app(account, deployment({ imagePullPolice: 'Always' }))]))).toEqual([
      [
        `${home}.app.objects.1.spec.template.spec.containers.0.imagePullPolice`,
        'Deployment web: spec.template.spec.containers[0].imagePullPolice is not a field that exists',
        'write imagePullPolicy',
      ],
    ])
  })

  test('all mistakes of an object are told, once for all clusters that share it', () => {
    const web = app(deployment({ ports: [{ containerPort: 'http' }], replicas: 2 }))
    expect(problemsOf(fleet({ a: { components: [web] }, b: { components: [web] } })).map(([place]) => place)).toEqual([
      'clusters.a.namespaces.monitoring.app.objects.0.spec.template.spec.containers.0.ports.0.containerPort',
      'clusters.a.namespaces.monitoring.app.objects.0.spec.template.spec.containers.0.replicas',
    ])
  })

  test('a kind that is misspelt, and a version that is gone', () => {
    const ingress = { apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'web' } }
    const config = { apiVersion: 'v1', kind: 'ConfigMapp', metadata: { name: 'web' } }
    expect(problemsOf(homelab([app(ingress, config)]))).toEqual([
      [
        `${home}.app.objects.0.apiVersion`,
        'Ingress web: extensions/v1beta1 has no kind Ingress',
        'write networking.k8s.io/v1',
      ],
      [`${home}.app.objects.1.kind`, 'ConfigMapp web: v1 has no kind ConfigMapp', 'write ConfigMap'],
    ])
  })
})

test("a kind of the user's own is left to the API server", () => {
  const database = { apiVersion: 'db.example/v1', kind: 'Database', metadata: { name: 'web' }, spec: { size: 'big' } }
  expect(problemsOf(homelab([app(database)], { crds: ['db.example'] }))).toEqual([])
})

test('an object that is named like a file of kustomize has a file of its own', () => {
  const source = { kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' }
  const kustomization = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'tenant' },
    spec: { interval: '1h', prune: true, path: './tenant', sourceRef: source },
  }
  expect(problemsOf(homelab([app(kustomization)]), { 'tenant/kustomization.yaml': '' })).toEqual([])
})
