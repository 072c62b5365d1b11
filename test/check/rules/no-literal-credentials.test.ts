import { describe, expect, test } from 'vitest'
import { noLiteralCredentials } from '../../../generators/check/rules/no-literal-credentials.ts'
import { environment, kubePrometheusStack, manifests, minio } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { problemsOf } from '../../support/problems.ts'
import { webWith } from './objects.ts'
import { home, homelab } from './platform.ts'

const fix = "put it into a Secret whose source the namespace's secrets declare, and refer to that Secret"
const told = (what: string) => `${what} is a credential in plain text, and would be committed`

const app = (object: Readonly<Record<string, unknown>>) =>
  manifests({ name: 'app', objects: [{ metadata: { name: 'app' }, ...object } as KubernetesObject] })

describe(noLiteralCredentials.because, () => {
  test("Grafana's password among the values of a cluster, MinIO's among those of an environment", () => {
    const dev = environment({ storageClass: 'local-path' }, [minio({ values: { rootPassword: 'minio123' } })])
    const stack = kubePrometheusStack({ values: { grafana: { adminPassword: 'admin' } } })
    expect(problemsOf(homelab([stack, minio()], {}, dev))).toEqual([
      [`${home}.kube-prometheus-stack.values.grafana.adminPassword`, told('grafana.adminPassword'), fix],
      ['environments.dev.minio.values.rootPassword', told('rootPassword'), fix],
    ])
  })

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a key in any spelling', { 'db-password': 'hunter2' }, 'db-password'],
    ['a number', { auth: { password: 123456 } }, 'auth.password'],
    ['the map of an environment', { env: { API_TOKEN: 'abc' } }, 'env.API_TOKEN'],
    ['the list of an environment', { env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }, 'env.0.value'],
    ['half of a login to S3', { s3: { accessKey: 'web', secretKey: 'hunter2' } }, 's3.secretKey'],
    ['an address', { database: 'postgres://web:hunter2@db:5432/web' }, 'database'],
    ['an address in a variable', { env: [{ name: 'DSN', value: 'redis://:hunter2@cache:6379' }] }, 'env.0.value'],
    ['an argument', { args: ['--verbose', '--password=hunter2'] }, 'args.1'],
    ['a header', { headers: { Authorization: 'Bearer dGhlIHRva2Vu' } }, 'headers.Authorization'],
    ['a webhook', { alerts: { url: 'https://hooks.slack.com/services/T0/B0/abc' } }, 'alerts.url'],
    ['a line of a configuration', { config: 'server:\n  port: 80\n  password: hunter2\n' }, 'config'],
    ['a private key', { tls: { key: '-----BEGIN RSA PRIVATE KEY-----\nMIIE…' } }, 'tls.key'],
  ])('%s', (_, values, path) => {
    expect(problemsOf(homelab([webWith(values)]))).toEqual([[`${home}.web.values.${path}`, told(path), fix]])
  })

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a Secret', { apiVersion: 'v1', kind: 'Secret', stringData: { user: 'web', password: 'hunter2' } }, 'stringData'],
    ['an encoded Secret', { apiVersion: 'v1', kind: 'Secret', data: { password: 'aHVudGVyMg==' } }, 'data'],
    ['a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', data: { DB_PASSWORD: 'hunter2' } }, 'data.DB_PASSWORD'],
    ['a file in a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', data: { '.env': 'A=1\nTOKEN=abc' } }, 'data..env'],
  ])('%s among objects', (_, object, path) => {
    expect(problemsOf(homelab([app(object)]))).toEqual([
      [`${home}.app.objects.0.${path}`, told(`${object.kind} app (${path})`), fix],
    ])
  })
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['names of Secrets and of their keys', { existingSecret: 'web', passwordKey: 'admin-password', secretName: 'web' }],
  ['what Pods are allowed', { automountServiceAccountToken: false, rbac: { resources: ['serviceaccounts/token'] } }],
  ['a switch', { auth: { credential: true, resetPassword: false, token: 'false' } }],
  ['nothing', { password: '', token: null }],
  ['references', { password: `\${DB_PASSWORD}`, token: '$(TOKEN)', apiKey: '$__file{/etc/key}' }],
  ['templates', { password: '{{ .Values.global.password }}', config: 'token: {{ .Token }}' }],
  ['files', { token: '/var/run/secrets/token', config: 'bearer_token_file: /var/run/secrets/token' }],
  [
    'a variable from a Secret',
    { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'minio-root', key: 'b' } } }] },
  ],
  ['addresses without a login', { url: 'https://db:5432/@me', image: 'docker://busybox:1.36@sha256:abc' }],
  ['an address with a reference', { url: 'postgres://web:$(DB_PASSWORD)@db:5432', dsn: `amqp://u:\${PW}@mq` }],
  [
    'code that looks it up',
    { config: 'password = sys.env("PASSWORD")\ntoken: $1\nsecret_key = local.file.key.content' },
  ],
  ['words about passwords', { passwordPolicy: 'strong', tokenUrl: 'https://id.example/token', note: 'no password' }],
])('%s: silent', (_, values) => {
  expect(problemsOf(homelab([webWith(values)]))).toEqual([])
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['an empty Secret', { apiVersion: 'v1', kind: 'Secret', type: 'Opaque' }],
  [
    'a sealed Secret',
    { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', spec: { encryptedData: { password: 'AgB' } } },
  ],
  [
    'an ExternalSecret',
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      spec: {
        secretStoreRef: { name: 'vault' },
        data: [{ secretKey: 'password', remoteRef: { key: 'web', property: 'password' } }],
      },
    },
  ],
])('%s among objects: silent', (_, object) => {
  expect(problemsOf(homelab([app(object)], { crds: ['bitnami.com', 'external-secrets.io'] }))).toEqual([])
})
