import { describe, expect, test } from 'vitest'
import { referencesExist } from '../../../generators/check/rules/references-exist.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment, object, statefulSet, web } from './objects.ts'
import { home, homelab } from './platform.ts'

const pod = `${home}.app.objects.0.spec.template.spec`
const add = 'add it to the objects of a component in this namespace, or correct the name'
const declare = (name: string) =>
  `add '${name}': existing(), sops() or externalSecret({ … }) to clusters.homelab.namespaces.monitoring.secrets`
const volume = (source: Readonly<Record<string, unknown>>) => ({ pod: { volumes: [{ name: 'one', ...source }] } })

describe(referencesExist.because, () => {
  test.each([
    [
      'a ConfigMap as a volume',
      volume({ configMap: { name: 'grafana-providers' } }),
      ['volumes.0.configMap.name', 'ConfigMap grafana-providers', add],
    ],
    [
      'a Secret as a volume',
      volume({ secret: { secretName: 'nobody' } }),
      ['volumes.0.secret.secretName', 'Secret nobody', declare('nobody')],
    ],
    [
      'a part of a projected volume',
      volume({ projected: { sources: [{ configMap: { name: 'settings' } }] } }),
      ['volumes.0.projected.sources.0.configMap.name', 'ConfigMap settings', add],
    ],
    [
      'a claim',
      volume({ persistentVolumeClaim: { claimName: 'data' } }),
      ['volumes.0.persistentVolumeClaim.claimName', 'PersistentVolumeClaim data', add],
    ],
    [
      'variables out of a ConfigMap',
      { container: { envFrom: [{ configMapRef: { name: 'settings' } }] } },
      ['containers.0.envFrom.0.configMapRef.name', 'ConfigMap settings', add],
    ],
    [
      'a variable out of a Secret, with the nearest that there is',
      { container: { env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'loki-s4', key: 'key' } } }] } },
      ['containers.0.env.0.valueFrom.secretKeyRef.name', 'Secret loki-s4', "write 'loki-s3'"],
    ],
    [
      'a Secret to pull images with',
      { pod: { imagePullSecrets: [{ name: 'registry' }] } },
      ['imagePullSecrets.0.name', 'Secret registry', declare('registry')],
    ],
    ['an account', { pod: { serviceAccountName: 'reader' } }, ['serviceAccountName', 'ServiceAccount reader', add]],
  ])('%s', (_, told, [path, what, fix]) => {
    expect(problemsOf(homelab([app(deployment(told))]))).toEqual([
      [`${pod}.${path}`, `app refers to the ${what}, and nothing brings it to monitoring`, fix],
    ])
  })

  test('a certificate of an Ingress, unless cert-manager makes it', () => {
    const ingress = (annotations: Readonly<Record<string, string>>) => ({
      ...object('networking.k8s.io/v1', 'Ingress', 'web'),
      metadata: { name: 'web', annotations },
      spec: {
        defaultBackend: { service: { name: 'web', port: { number: 80 } } },
        tls: [{ hosts: ['web.example.com'], secretName: 'web-tls' }],
      },
    })
    expect(problemsOf(homelab([app(ingress({ 'cert-manager.io/cluster-issuer': 'letsencrypt' }))]))).toEqual([])
    expect(problemsOf(homelab([app(ingress({}))])).map(([place]) => place)).toEqual([
      `${home}.app.objects.0.spec.tls.0.secretName`,
    ])
  })

  test("values of a release of the user's own", () => {
    const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'shop', {
      spec: {
        interval: '1h',
        chartRef: { kind: 'OCIRepository', name: 'shop' },
        valuesFrom: [
          { kind: 'ConfigMap', name: 'shop-values' },
          { kind: 'Secret', name: 'more', optional: true },
        ],
      },
    })
    expect(problemsOf(homelab([app(release)]))).toEqual([
      [
        `${home}.app.objects.0.spec.valuesFrom.0.name`,
        'app refers to the ConfigMap shop-values, and nothing brings it to monitoring',
        add,
      ],
    ])
  })

  test('values of a chart', () => {
    const values = { existingClaim: 'data', extraEnvFrom: [{ secretRef: { name: 'nobody' } }] }
    expect(problemsOf(homelab([web({ values })]))).toEqual([
      [
        `${home}.web.values.existingClaim`,
        'web refers to the PersistentVolumeClaim data, and nothing brings it to monitoring',
        add,
      ],
      [
        `${home}.web.values.extraEnvFrom.0.secretRef.name`,
        'web refers to the Secret nobody, and nothing brings it to monitoring',
        declare('nobody'),
      ],
    ])
  })
})

test('what another component brings, an operator makes, or is in every namespace, is there', () => {
  const others = manifests({
    name: 'others',
    objects: [
      object('v1', 'ConfigMap', 'settings', { data: { a: '1' } }),
      object('v1', 'ServiceAccount', 'reader'),
      object('bitnami.com/v1alpha1', 'SealedSecret', 'sealed', { spec: {} }),
      statefulSet(),
    ],
  })
  const pod = {
    serviceAccountName: 'reader',
    volumes: [
      { name: 'a', configMap: { name: 'settings' } },
      { name: 'b', secret: { secretName: 'sealed' } },
      { name: 'c', persistentVolumeClaim: { claimName: 'data-db-0' } },
      { name: 'd', configMap: { name: 'kube-root-ca.crt' } },
    ],
  }
  expect(problemsOf(homelab([others, app(deployment({ pod }))], { crds: ['bitnami.com'] }))).toEqual([])
})

test("what is called like a release is taken for its chart's, and what is optional can be missing", () => {
  const container = {
    envFrom: [{ configMapRef: { name: 'web-settings' } }, { secretRef: { name: 'nobody', optional: true } }],
  }
  expect(problemsOf(homelab([web, app(deployment({ container }))]))).toEqual([])
})
