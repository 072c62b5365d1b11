import { describe, expect, test } from 'vitest'
import { oneOwner } from '../../../generators/check/rules/one-owner.ts'
import { manifests, namespace, sops } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { object, web } from './objects.ts'
import { home, homelab } from './platform.ts'

const fix = 'leave it to one of them, or give one another name'

const account = (name: string) => object('v1', 'ServiceAccount', name)
const app = (name: string, ...objects: readonly KubernetesObject[]) => manifests({ name, objects })

describe(oneOwner.because, () => {
  test('one object of two components', () => {
    expect(problemsOf(homelab([app('one', account('web')), app('two', account('other'), account('web'))]))).toEqual([
      [`${home}.two.objects.1`, `ServiceAccount monitoring/web is already brought by ${home}.one`, fix],
    ])
  })

  test('one object twice in a component', () => {
    expect(problemsOf(homelab([app('one', account('web'), account('web'))]))).toEqual([
      [`${home}.one.objects.1`, 'ServiceAccount monitoring/web stands here twice', fix],
    ])
  })

  test('one object in two versions of its API', () => {
    const route = (version: string) => object(`gateway.networking.k8s.io/${version}`, 'HTTPRoute', 'web', { spec: {} })
    const cluster = homelab([app('one', route('v1')), app('two', route('v1beta1'))], {
      crds: ['gateway.networking.k8s.io'],
    })
    expect(problemsOf(cluster)).toEqual([
      [`${home}.two.objects.0`, `HTTPRoute monitoring/web is already brought by ${home}.one`, fix],
    ])
  })

  test.each([
    [
      'a HelmRelease',
      'helm.toolkit.fluxcd.io/v2',
      'HelmRelease',
      { spec: { chartRef: { kind: 'OCIRepository', name: 'web' }, interval: '1h' } },
    ],
    [
      'its source',
      'source.toolkit.fluxcd.io/v1',
      'OCIRepository',
      { spec: { url: 'oci://registry.example/web', interval: '1h', ref: { tag: '1.0.0' } } },
    ],
    [
      'its Kustomization',
      'kustomize.toolkit.fluxcd.io/v1',
      'Kustomization',
      { spec: { interval: '1h', prune: true, sourceRef: { kind: 'GitRepository', name: 'a' } } },
    ],
  ])('%s that a component brings already', (_, apiVersion, kind, rest) => {
    expect(problemsOf(homelab([web, app('mine', object(apiVersion, kind, 'web', rest))]))).toEqual([
      [`${home}.mine.objects.0`, `${kind} monitoring/web is already brought by ${home}.web`, fix],
    ])
  })

  test('a Namespace, and a Secret of the namespace', () => {
    const settings = { secrets: { login: sops() } }
    const kept = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }
    const home = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring', labels: kept } }
    const mine = app('mine', home, object('v1', 'Secret', 'login'))
    const file = 'apps/clusters/a/monitoring/secrets/login.sops.yaml'
    const secret = 'kind: Secret\nmetadata: { name: login }\nsops: { mac: "ENC[AES256_GCM,data:a]" }\n'
    const at = 'clusters.a.namespaces.monitoring'
    expect(problemsOf(fleet({ a: { settings, components: [mine] } }), { [file]: secret })).toEqual([
      [`${at}.mine.objects.0`, `Namespace monitoring is already brought by ${at}`, fix],
      [`${at}.secrets.login`, `Secret monitoring/login is already brought by ${at}.mine`, fix],
    ])
  })

  test('an object without a namespace, brought in two', () => {
    const role = app('role', object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', { rules: [] }))
    const namespaces = { one: namespace({}, [role]), two: namespace({}, [role]) }
    expect(problemsOf(homelab([], { namespaces }))).toEqual([
      [
        'clusters.homelab.namespaces.two.role.objects.0',
        'ClusterRole reader is already brought by clusters.homelab.namespaces.one.role',
        fix,
      ],
    ])
  })
})

test('objects of one name in two namespaces, in two clusters, and of two kinds are silent', () => {
  const namespaces = {
    one: namespace({}, [app('mine', account('web'))]),
    two: namespace({}, [app('mine', account('web'))]),
  }
  expect(problemsOf(homelab([], { namespaces }))).toEqual([])
  expect(problemsOf(fleet({ a: { components: [note] }, b: { components: [note] } }))).toEqual([])
  const knative = object('serving.knative.dev/v1', 'Service', 'web', { spec: {} })
  const service = object('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } })
  const both = app('mine', account('web'), service, knative)
  expect(problemsOf(homelab([both], { crds: ['serving.knative.dev'] }))).toEqual([])
})
