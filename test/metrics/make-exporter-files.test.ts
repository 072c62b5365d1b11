import { expect, test } from 'vitest'
import { makeExporterFiles } from '../../generators/metrics/make-exporter-files.ts'

test('an exporter becomes a file of one metric a line, in the order of the alphabet', () => {
  const metrics = [
    { name: 'web_b_total', type: 'counter', labels: ['code'] },
    { name: 'web_a', type: 'gauge' },
    { name: 'web_pod_labels', type: 'gauge', labels: ['pod', 'label_POD_LABEL'] },
    { name: 'web_off', type: 'gauge', labels: ['x'], defaultOff: true },
    { name: 'web_elsewhere', type: 'gauge', labels: ['x'], endpoint: '/metrics/slis' },
    { name: 'web_not_a_series', type: 'label' },
    { name: 'up', type: 'gauge' },
  ]
  const common = { metrics: [{ name: 'up', type: 'gauge' }] }
  const files = makeExporterFiles({ exporters: { common, web: { metrics, onlyWhenEnabled: ['web_new'] } }, rules: {} })
  expect(files.map(({ path }) => path)).toEqual(['common.json', 'web.json'])
  expect(files[1]?.content).toBe(`{"complete":false,"prefixes":["web_"],
"metrics":{
"web_a":"gauge ?",
"web_b_total":"counter code ?",
"web_pod_labels":"gauge pod ?"
},
"optional":{
"web_elsewhere":"gauge x ?",
"web_new":"unknown ?",
"web_off":"gauge x ?"
}}
`)
})

test('labels are believed where the list of an exporter is known to be whole', () => {
  const exporters = { kubelet: { metrics: [{ name: 'kubelet_a', type: 'gauge', labels: ['b'] }] } }
  const [file] = makeExporterFiles({ exporters, rules: {} })
  expect(JSON.parse(file?.content ?? '')).toMatchObject({ complete: true, metrics: { kubelet_a: 'gauge b' } })
})

test("a collector's metric has its name with and without the suffixes for unit and type", () => {
  const metrics = [{ name: 'otelcol_process_uptime', type: 'counter', unit: 's', labels: [] }]
  const [file] = makeExporterFiles({ exporters: { 'otel-collector': { metrics } }, rules: {} })
  expect(Object.keys(JSON.parse(file?.content ?? '').metrics)).toEqual([
    'otelcol_process_uptime',
    'otelcol_process_uptime_seconds_total',
  ])
})

test('recording rules become an exporter of their own, with the labels that their expressions leave', () => {
  const rule = (record: string, expr: string, labels = {}) => ({ record, expr, labels })
  const rules = [
    rule('pod:up:sum', 'sum by (pod) (up)'),
    rule('pod:up:all', 'pod:up:sum'),
    rule('verb:requests:sum', 'sum by (code) (requests or others)', { verb: 'read' }),
  ]
  const web = [{ kind: 'ConfigMap' }, { kind: 'PrometheusRule', spec: { groups: [{ rules }] } }]
  const [file] = makeExporterFiles({ exporters: {}, rules: { web } })
  expect(file?.path).toBe('web-rules.json')
  expect(JSON.parse(file?.content ?? '')).toEqual({
    complete: true,
    prefixes: [],
    metrics: { 'pod:up:all': 'gauge ?', 'pod:up:sum': 'gauge pod', 'verb:requests:sum': 'gauge code verb' },
    recordedFrom: { 'pod:up:all': ['pod:up:sum'], 'pod:up:sum': ['up'], 'verb:requests:sum': ['others', 'requests'] },
  })
})
