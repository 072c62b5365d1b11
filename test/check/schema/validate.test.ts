import { expect, test } from 'vitest'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { schemas } from './package-schemas.ts'

type Fields = Readonly<Record<string, unknown>>

const findings = (object: Fields) => validateObject(object, schemas)

const container = (fields: Fields = {}) => ({ name: 'web', image: 'nginx', ...fields })

const deployment = (spec: Fields = {}, containers: readonly unknown[] = [container()]): Fields => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
    ...spec,
  },
})

const kustomization = (spec: Fields): Fields => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'loki', namespace: 'flux-system' },
  spec: { interval: '1h', prune: true, sourceRef: { kind: 'GitRepository', name: 'flux-system' }, ...spec },
})

const configMap = (fields: Fields): Fields => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
  ...fields,
})

const service = (port: Fields): Fields => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { ports: [{ port: 80, ...port }] },
})

const helmRelease = (spec: Fields): Fields => ({
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'loki' },
  spec: { interval: '1h', chartRef: { kind: 'OCIRepository', name: 'loki' }, ...spec },
})

test('an object that is right has no findings', () => {
  expect(findings(deployment({ replicas: 2 }))).toEqual([])
})

test('everything wrong is told at once', () => {
  const object = deployment({ replica: 2, paused: 'yes' }, [container({ portz: [] }), { image: 'nginx' }])
  expect(findings(object).map(({ message }) => message)).toEqual([
    'spec.template.spec.containers[0].portz is not a field that exists',
    'spec.template.spec.containers[1].name is missing',
    'spec.replica is not a field that exists',
    'spec.paused is "yes", not true or false',
  ])
})

test('an unknown field of a built-in kind names the one that was meant', () => {
  expect(findings(deployment({ replica: 2 }))).toEqual([
    { path: ['spec', 'replica'], message: 'spec.replica is not a field that exists', fix: 'write replicas' },
  ])
})

test('an unknown field is found at any depth', () => {
  expect(findings(deployment({}, [container({ portz: [{ containerPort: 80 }] })]))).toEqual([
    {
      path: ['spec', 'template', 'spec', 'containers', 0, 'portz'],
      message: 'spec.template.spec.containers[0].portz is not a field that exists',
      fix: 'write ports',
    },
  ])
})

test('an unknown field that resembles none is to be removed', () => {
  expect(findings(kustomization({ xyzzy: 1 }))).toEqual([
    { path: ['spec', 'xyzzy'], message: 'spec.xyzzy is not a field that exists', fix: 'remove it' },
  ])
})

test('an unknown field of a custom resource names the one that was meant', () => {
  expect(findings(helmRelease({ install: { remediaton: { retries: 3 } } }))).toEqual([
    {
      path: ['spec', 'install', 'remediaton'],
      message: 'spec.install.remediaton is not a field that exists',
      fix: 'write remediation',
    },
  ])
})

test('the values of a chart are free', () => {
  expect(findings(helmRelease({ values: { anything: [{ goes: null }] } }))).toEqual([])
})

test('a field named like a member of every JavaScript object is unknown too', () => {
  expect(findings(kustomization({ constructor: 'x', toString: 'y' })).map(({ message }) => message)).toEqual([
    'spec.constructor is not a field that exists',
    'spec.toString is not a field that exists',
  ])
})

test('a misspelt key of a kustomization.yaml is found', () => {
  const object = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resource: ['web.yaml'] }
  expect(findings(object)).toEqual([
    { path: ['resource'], message: 'resource is not a field that exists', fix: 'write resources' },
  ])
})

test('a misspelt key of a Kustomize component is found', () => {
  const object = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component', patchs: [{ path: 'a.yaml' }] }
  expect(findings(object)).toEqual([
    { path: ['patchs'], message: 'patchs is not a field that exists', fix: 'write patches' },
  ])
})

test('a missing field is told', () => {
  expect(findings(deployment({ selector: undefined }))).toEqual([
    { path: ['spec', 'selector'], message: 'spec.selector is missing', fix: 'add it' },
  ])
})

test('a required field that has a default may be left out', () => {
  const object = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name: 'loki' },
    spec: { interval: '1h', url: 'oci://ghcr.io/grafana/loki', verify: { secretRef: { name: 'cosign' } } },
  }
  expect(findings(object)).toEqual([])
})

test('a string where a number belongs loses its quotes', () => {
  expect(findings(deployment({ replicas: '2' }))).toEqual([
    {
      path: ['spec', 'replicas'],
      message: 'spec.replicas is "2", not a whole number of 32 bits',
      fix: 'write 2 without quotes',
    },
  ])
})

test('a number that 32 bits do not hold is found', () => {
  expect(findings(deployment({ replicas: 3_000_000_000 }))).toMatchObject([
    { message: 'spec.replicas is 3000000000, not a whole number of 32 bits' },
  ])
})

test('a number in the data of a ConfigMap wants quotes', () => {
  expect(findings(configMap({ data: { PORT: 8080 } }))).toEqual([
    { path: ['data', 'PORT'], message: 'data.PORT is 8080, not a string', fix: 'write it in quotes: "8080"' },
  ])
})

test('a value of an environment variable that YAML read as a boolean wants quotes', () => {
  expect(findings(deployment({}, [container({ env: [{ name: 'DEBUG', value: true }] })]))).toMatchObject([
    {
      message: 'spec.template.spec.containers[0].env[0].value is true, not a string',
      fix: 'write it in quotes: "true"',
    },
  ])
})

test('a key that no file could have is found in a ConfigMap', () => {
  expect(findings(configMap({ data: { 'a/b': 'c' } }))).toEqual([
    {
      path: ['data', 'a/b'],
      message: 'data["a/b"] has the key "a/b", not a key for data',
      fix: "use letters, digits, '-', '_' and '.'",
    },
  ])
})

test('plain text in the data of a Secret is found, and not told', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'token' }, data: { token: 'hunter-2' } }
  expect(findings(secret)).toEqual([
    {
      path: ['data', 'token'],
      message: 'data.token is not text in base64',
      fix: 'encode it in base64 (the stringData of a Secret takes plain text)',
    },
  ])
})

test('a list where an object belongs, and the other way round', () => {
  expect(findings(deployment({ strategy: [], template: { spec: { containers: container() } } }))).toMatchObject([
    { message: 'spec.template.spec.containers is an object, not a list', fix: 'write a list' },
    { message: 'spec.strategy is a list, not an object', fix: 'write an object: fields and their values' },
  ])
})

test('a bad duration of a Flux Kustomization is found', () => {
  expect(findings(kustomization({ interval: '10 minutes' }))).toEqual([
    {
      path: ['spec', 'interval'],
      message: 'spec.interval is "10 minutes", not a duration',
      fix: 'write numbers with units, such as 30s or 10m; the units are ms, s, m, h',
    },
  ])
})

test('a duration may have the units of its own API only', () => {
  const prometheus = (retention: string) => ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: 'main' },
    spec: { retention },
  })
  expect(findings(prometheus('10d'))).toEqual([])
  expect(findings(kustomization({ interval: '10d' }))).toHaveLength(1)
})

test('a quantity may be a number or text, not any text', () => {
  const limits = (memory: unknown) => deployment({}, [container({ resources: { limits: { memory } } })])
  for (const quantity of ['128Mi', '1e3', '0.5', 2, 0.5]) expect(findings(limits(quantity))).toEqual([])
  expect(findings(limits('128 MB'))).toMatchObject([
    {
      message: 'spec.template.spec.containers[0].resources.limits.memory is "128 MB", not a quantity',
      fix: 'write a number and a unit, such as 500m or 10Gi',
    },
  ])
})

test('a port is a number, or the name of one', () => {
  expect(findings(service({ targetPort: 8080 }))).toEqual([])
  expect(findings(service({ targetPort: 'http' }))).toEqual([])
  expect(findings(service({ targetPort: '8080' }))).toMatchObject([
    { message: 'spec.ports[0].targetPort is "8080", not the name of a port' },
  ])
  expect(findings(service({ targetPort: true }))).toMatchObject([
    { message: 'spec.ports[0].targetPort is true, not a whole number or a string' },
  ])
})

test('a number out of range is found', () => {
  expect(findings(service({ port: 80_000 }))).toEqual([
    {
      path: ['spec', 'ports', 0, 'port'],
      message: 'spec.ports[0].port is 80000, too large',
      fix: 'write at most 65535',
    },
  ])
})

test('a word outside an enumeration names the nearest within', () => {
  expect(findings(service({ protocol: 'tcp' }))).toEqual([
    {
      path: ['spec', 'ports', 0, 'protocol'],
      message: 'spec.ports[0].protocol is "tcp", not one of SCTP, TCP, UDP',
      fix: 'write TCP',
    },
  ])
})

test('a word too long is found', () => {
  expect(findings(helmRelease({ releaseName: 'a'.repeat(54) }))).toMatchObject([
    { path: ['spec', 'releaseName'], fix: 'write at most 53 characters' },
  ])
})

test('two variables of one name are found', () => {
  const env = [
    { name: 'A', value: '1' },
    { name: 'B', value: '2' },
    { name: 'A', value: '3' },
  ]
  expect(findings(deployment({}, [container({ env })]))).toEqual([
    {
      path: ['spec', 'template', 'spec', 'containers', 0, 'env', 2],
      message: 'spec.template.spec.containers[0].env[2] has the same name "A" as entry 0',
      fix: 'keep one of the two',
    },
  ])
})

test('two containers of one name are found', () => {
  expect(findings(deployment({}, [container(), container()]))).toMatchObject([
    { message: 'spec.template.spec.containers[1] has the same name "web" as entry 0' },
  ])
})

test('a port is told from another by its protocol, which is TCP where nothing is said', () => {
  const ports = (...protocols: readonly (string | undefined)[]) =>
    deployment({}, [container({ ports: protocols.map((protocol) => ({ containerPort: 53, protocol })) })])
  expect(findings(ports('TCP', 'UDP'))).toEqual([])
  expect(findings(ports('TCP', undefined))).toMatchObject([
    { message: 'spec.template.spec.containers[0].ports[1] has the same containerPort 53, protocol "TCP" as entry 0' },
  ])
})

test('an entry that a set has twice is found', () => {
  const object = configMap({ metadata: { name: 'settings', finalizers: ['a/b', 'a/b'] } })
  expect(findings(object)).toMatchObject([{ message: 'metadata.finalizers[1] has the same "a/b" as entry 0' }])
})

test('one of several fields must be given, and one only', () => {
  const env = (valueFrom: Fields) => deployment({}, [container({ env: [{ name: 'A', valueFrom }] })])
  const secretKeyRef = { name: 'a', key: 'a' }
  const fieldRef = { fieldPath: 'spec.nodeName' }
  expect(findings(env({ fieldRef }))).toEqual([])
  expect(findings(env({ fieldRef, secretKeyRef }))).toMatchObject([
    { message: 'spec.template.spec.containers[0].env[0].valueFrom has both fieldRef and secretKeyRef' },
  ])
  expect(findings(env({}))).toMatchObject([
    { fix: 'add one of configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef, secretKeyRef' },
  ])
})

test('a label must be one', () => {
  const object = configMap({ metadata: { name: 'settings', labels: { 'app name': 'ok', team: 'we & you', size: 1 } } })
  expect(findings(object).map(({ message }) => message)).toEqual([
    'metadata.labels["app name"] has the key "app name", not a label key',
    'metadata.labels.team is "we & you", not a label value',
    'metadata.labels.size is 1, not a string',
  ])
})

test('a selector is made of labels', () => {
  const selector = { matchLabels: { app: 'a b' }, matchExpressions: [{ key: 'a', operator: 'in' }] }
  expect(findings(deployment({ selector })).map(({ fix }) => fix)).toEqual([
    "use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends",
    'write In',
  ])
})

test('null stands for absent in a built-in kind, and is wrong in a custom resource', () => {
  expect(findings(deployment({ replicas: null }))).toEqual([])
  expect(findings(deployment({ selector: null }))).toMatchObject([{ message: 'spec.selector is missing' }])
  expect(findings(kustomization({ path: null }))).toMatchObject([{ message: 'spec.path is null, not a string' }])
})

test('a field that is undefined is absent', () => {
  expect(findings(kustomization({ xyzzy: undefined }))).toEqual([])
})

test('long values are cut in messages', () => {
  const [finding] = findings(kustomization({ interval: 'x'.repeat(200) }))
  expect(finding?.message).toBe(`spec.interval is "${'x'.repeat(57)}…", not a duration`)
})

test('a status is nobody’s business', () => {
  expect(findings({ ...deployment(), status: { anything: true } })).toEqual([])
})

test('an object without apiVersion or kind is told so', () => {
  expect(findings({ metadata: { name: 'a' } })).toEqual([
    {
      path: ['apiVersion'],
      message: 'apiVersion is missing, or is no string',
      fix: 'write the apiVersion of the object',
    },
    { path: ['kind'], message: 'kind is missing, or is no string', fix: 'write the kind of the object' },
  ])
})

test('an object that SOPS encrypted is not judged by its ciphertext', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'token' },
    data: { token: 'ENC[AES256_GCM,data:…]' },
    sops: { mac: 'ENC[AES256_GCM,data:…]', version: '3.10.2' },
  }
  expect(findings(secret)).toEqual([])
})
