import { expect, test } from 'vitest'
import { logs } from '../../../generators/objects/grafana/logs.ts'
import { datasourcesFile } from '../../../generators/objects/grafana/provisioning.ts'
import { loki } from '../../../generators/objects/grafana/query.ts'
import { choice, typed } from '../../../generators/objects/grafana/variables.ts'

test('a panel of lines asks a Loki over the range of the dashboard', () => {
  expect(logs('Lines', { queries: [loki('logs')('{app="web"}')] })).toMatchObject({
    type: 'logs',
    title: 'Lines',
    datasource: { type: 'loki', uid: 'logs' },
    targets: [{ refId: 'A', datasource: { type: 'loki', uid: 'logs' }, expr: '{app="web"}', queryType: 'range' }],
    options: { sortOrder: 'Descending', showTime: true },
  })
})

test('people choose among values that are known beforehand, all at first', () => {
  expect(choice('service', 'Service', ['a', 'b'])).toMatchObject({
    type: 'custom',
    name: 'service',
    label: 'Service',
    query: 'a,b',
    current: { value: ['$__all'] },
    includeAll: true,
    multi: true,
  })
})

test('people type a text, which is empty at first', () => {
  expect(typed('search', 'Search')).toMatchObject({
    type: 'textbox',
    name: 'search',
    query: '',
    current: { value: '' },
  })
})

test('Alertmanager is a datasource of the kind that Prometheus brings', () => {
  const alertmanager = { kind: 'datasource', type: 'alertmanager', uid: 'a', name: 'A', url: 'http://a' } as const
  expect(datasourcesFile([alertmanager])).toMatchObject({
    prune: true,
    datasources: [{ uid: 'a', isDefault: false, jsonData: { implementation: 'prometheus' } }],
  })
})
