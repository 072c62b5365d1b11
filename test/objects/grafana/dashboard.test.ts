import { expect, test } from 'vitest'
import { dashboard } from '../../../generators/objects/grafana/dashboard.ts'
import { prometheus } from '../../../generators/objects/grafana/query.ts'
import { stat } from '../../../generators/objects/grafana/stat.ts'
import { constant, labelValues } from '../../../generators/objects/grafana/variables.ts'

const datasource = { type: 'prometheus', uid: 'prometheus' } as const
const model = dashboard({
  uid: 'example',
  title: 'Example',
  tags: ['example'],
  variables: [
    constant('namespace', 'flux-system'),
    labelValues('pod', { datasource, title: 'Pod', metric: 'kube_pod_info', label: 'pod' }),
  ],
  bands: [{ height: 4, panels: [stat('Up', { queries: [prometheus('prometheus')('up')] })] }],
})

test('a dashboard has a fixed address and nothing that changes by itself', () => {
  expect(model).toMatchObject({ uid: 'example', title: 'Example', tags: ['example'], schemaVersion: 42 })
  expect(model).not.toHaveProperty('id')
  expect(model).not.toHaveProperty('version')
})

test('a constant is a hidden variable with one value', () => {
  expect(model.templating.list?.[0]).toMatchObject({
    type: 'constant',
    name: 'namespace',
    query: 'flux-system',
    current: { text: 'flux-system', value: 'flux-system' },
    hide: 2,
  })
})

test('a choice of label values asks its own datasource, and takes all of them at first', () => {
  expect(model.templating.list?.[1]).toMatchObject({
    type: 'query',
    name: 'pod',
    datasource,
    definition: 'label_values(kube_pod_info, pod)',
    current: { value: ['$__all'] },
    includeAll: true,
    allValue: '.*',
  })
})

test('a choice among what has the label leaves out what lacks it, also when all is chosen', () => {
  const all = labelValues('pod', { datasource, title: 'Pod', metric: 'kube_pod_info', label: 'pod', labelled: true })
  expect(all.allValue).toBe('.+')
})

test('a dashboard is plain data: it survives being written as JSON', () => {
  expect(JSON.parse(JSON.stringify(model))).toStrictEqual(model)
})
