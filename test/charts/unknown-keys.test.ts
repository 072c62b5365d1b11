import { describe, expect, test } from 'vitest'
import { otherKeys } from '../../generators/charts/keys.ts'
import { unknownKeys } from '../../generators/charts/unknown-keys.ts'

const stack = {
  defaultRules: { rules: { etcd: true, kubeSchedulerAlerting: true, kubeSchedulerRecording: true } },
  kubeScheduler: { enabled: true },
  grafana: {
    adminPassword: '',
    replicas: 0,
    tolerations: [],
    annotations: {},
    persistence: { size: '', storageClassName: '' },
    service: { type: '' },
  },
  prometheus: { enabled: true, prometheusSpec: { retention: '', storageSpec: {} } },
  alertmanager: { enabled: true, alertmanagerSpec: { configSecret: null } },
}

describe('a key that the chart does not know is found, with what was meant:', () => {
  test.each([
    ['a name of older versions', ['defaultRules', 'rules', 'kubeScheduler'], 'kubeSchedulerAlerting'],
    ['a misspelt name', ['grafana', 'adminPasword'], 'adminPassword'],
    ['a key one level too high', ['prometheusSpec'], 'prometheus.prometheusSpec'],
    ['the same, deeper', ['prometheus', 'retention'], 'prometheus.prometheusSpec.retention'],
    ['a key one level too low', ['grafana', 'service', 'adminPassword'], 'grafana.adminPassword'],
    ['a key two levels too high', ['storageClassName'], 'grafana.persistence.storageClassName'],
    ['a key of another part of the chart', ['alertmanager', 'storageClassName'], undefined],
    ['a key that could go to several places', ['enabled'], undefined],
    ['a key like no other', ['tempo'], undefined],
  ])('%s', (_, path, nearest) => {
    expect(unknownKeys(stack, valuesAt(path, 'x'))).toEqual([{ path, nearest }])
  })
})

describe('a value of another kind is found:', () => {
  test.each([
    ['a scalar for a map', ['grafana', 'service'], 'NodePort', 'map'],
    ['a list for a map', ['grafana', 'persistence'], [], 'map'],
    ['a map for a scalar', ['grafana', 'replicas'], { count: 2 }, 'scalar'],
    ['a list for a scalar', ['grafana', 'adminPassword'], ['x'], 'scalar'],
    ['a scalar for a list', ['grafana', 'tolerations'], 'all', 'list'],
    ['a map for a list', ['grafana', 'tolerations'], { operator: 'Exists' }, 'list'],
  ])('%s', (_, path, value, expected) => {
    expect(unknownKeys(stack, valuesAt(path, value))).toEqual([{ path, expected }])
  })
})

describe('nothing is found', () => {
  test.each([
    ['where the chart takes any key', ['grafana', 'annotations', 'example.com/team'], 'platform'],
    ['where the chart takes anything', ['alertmanager', 'alertmanagerSpec', 'configSecret'], { any: ['thing'] }],
    ['where a map of any keys is given as text', ['grafana', 'annotations'], '{{ .Values.annotations }}'],
    ['where a scalar is of another type', ['grafana', 'replicas'], '2'],
    ['where null takes a default away', ['grafana', 'persistence'], null],
    ['where nothing is said', ['grafna'], undefined],
    ['inside lists, which are the business of Kubernetes', ['grafana', 'tolerations'], [{ oprator: 'Exists' }]],
  ])('%s', (_, path, value) => {
    expect(unknownKeys(stack, valuesAt(path, value))).toEqual([])
  })

  test('where the list of keys is known to be short; inside keys on the list it is', () => {
    const minio = { persistence: { size: '' }, [otherKeys]: null }
    expect(unknownKeys(minio, { tolerations: [], persistence: { sise: '10Gi' } })).toEqual([
      { path: ['persistence', 'sise'], nearest: 'size' },
    ])
  })

  test('where a name is one that every object has', () => {
    expect(unknownKeys({ constructor: '' }, { constructor: 'x' })).toEqual([])
    expect(unknownKeys({ name: '' }, { constructor: 'x' })).toEqual([{ path: ['constructor'], nearest: undefined }])
  })
})

test('every mistake is told, in the order of the values', () => {
  const values = { tempo: {}, grafana: { service: 1, adminPasword: 'x' }, kubeScheduler: { enable: false } }
  expect(unknownKeys(stack, values).map(({ path }) => path.join('.'))).toEqual([
    'tempo',
    'grafana.service',
    'grafana.adminPasword',
    'kubeScheduler.enable',
  ])
})

/** `a`, `b` make `{ a: { b: value } }`. */
const valuesAt = ([key = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> => ({
  [key]: rest.length === 0 ? value : valuesAt(rest, value),
})
