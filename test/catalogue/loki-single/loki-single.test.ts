import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loki } from '../../../generators/catalogue/loki/loki.ts'
import { lokiSingle } from '../../../generators/catalogue/loki-single/loki-single.ts'
import type { LokiSingleOptions } from '../../../generators/catalogue/loki-single/options.ts'
import { at } from '../../../generators/plan/values.ts'
import { labProgram, saidOf, without } from '../../support/lab-program.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const text = (options?: LokiSingleOptions) => made(lokiSingle, options).files()['config.yaml']!
const config = (options?: LokiSingleOptions) => parse(text(options))

test('everything that it keeps is on its volume', () => {
  const { volumeMounts } = made(lokiSingle).container('StatefulSet')
  expect(volumeMounts).toContainEqual({ name: 'data', mountPath: '/var/loki' })
  expect(config()).toMatchObject({
    common: {
      path_prefix: '/var/loki',
      storage: { filesystem: { chunks_directory: '/var/loki/chunks', rules_directory: '/var/loki/rules' } },
    },
    compactor: { working_directory: '/var/loki/compactor' },
    schema_config: { configs: [{ object_store: 'filesystem', store: 'tsdb', schema: 'v13' }] },
  })
})

test('old logs are really deleted', () => {
  expect(config({ retention: '48h' })).toMatchObject({
    limits_config: { retention_period: '48h' },
    compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
  })
})

test('what comes by OTLP may bring labels of its own', () => {
  expect(config().limits_config).toEqual({ retention_period: '168h', allow_structured_metadata: true })
  expect(config({ otlpLabels: ['cluster.id', 'cluster.role'] }).limits_config.otlp_config).toEqual({
    resource_attributes: {
      attributes_config: [{ action: 'index_label', attributes: ['cluster.id', 'cluster.role'] }],
    },
  })
})

test('it is found by agents, by collectors and by Grafana', () => {
  const url = 'http://loki-single.monitoring.svc.cluster.local:3100'
  expect(made(lokiSingle).provides).toMatchObject([
    { kind: 'endpoint', name: 'loki-push', url },
    { kind: 'endpoint', name: 'otlp-logs', url: `${url}/otlp` },
    { kind: 'datasource', uid: 'loki', type: 'loki', url },
    { kind: 'metrics', exporter: 'loki', through: 'annotations' },
    { kind: 'metrics', exporter: 'loki', through: 'collector', target: new URL(url).host },
  ])
})

test('dashboards find the logs of either Loki by the same UID', () => {
  const uid = made(lokiSingle).brings('datasource')[0]?.uid
  const other = loki.definition.provides?.({}, where('loki')) ?? []
  expect(other.flatMap((one) => (one.kind === 'datasource' ? [one.uid] : []))).toEqual([uid])
})

test('a change of what it is told starts it anew', () => {
  const hash = (options?: LokiSingleOptions) =>
    at(made(lokiSingle, options).object('StatefulSet'), 'spec.template.metadata.annotations')
  expect(hash({ retention: '48h' })).not.toEqual(hash())
  expect(hash({ size: '50Gi' })).toEqual(hash())
})

const program = labProgram('loki')

describe.skipIf(program === undefined)(program === undefined ? `skipped: ${without('loki')}` : 'Loki', () => {
  const said = (yaml: string) =>
    saidOf(program!, { 'config.yaml': yaml }, (file) => ['-verify-config', '-config.file', file('config.yaml')])

  test.each<[string, LokiSingleOptions]>([
    ['the defaults', {}],
    ['every option', { retention: '48h', otlpLabels: ['cluster.id'] }],
  ])('takes %s', (_, options) => {
    expect(said(text(options))).toBe('')
  })

  test('would refuse a misspelt key', () => {
    expect(said(text().replace('retention_enabled', 'retention_on'))).toContain('retention_on')
  })
})
