import { describe, expect, test } from 'vitest'
import type { CapabilityOf } from '../../../generators/fleet/capability.ts'
import { linked } from '../../../generators/objects/grafana/linked-datasources.ts'
import { at } from '../../../generators/plan/values.ts'

type Datasource = CapabilityOf<'datasource'>
const source = (type: Datasource['type'], uid: string = type): Datasource => ({
  kind: 'datasource',
  uid,
  name: uid,
  type,
  url: `http://${uid}`,
})

/** What a datasource is told beside these others. */
const told = (type: Datasource['type'], ...others: readonly Datasource[]) =>
  linked([source(type), ...others]).find((one) => one.uid === type)?.jsonData

describe('a datasource leads', () => {
  test('from a span to the lines of its service and trace, around the time of the span', () => {
    expect(told('tempo', source('loki', 'logs'))?.tracesToLogsV2).toEqual({
      datasourceUid: 'logs',
      spanStartTimeShift: '-5m',
      spanEndTimeShift: '5m',
      filterByTraceID: true,
      tags: [
        { key: 'service.name', value: 'service_name' },
        { key: 'cluster.id', value: 'cluster_id' },
      ],
    })
  })

  test('from a trace to who calls whom', () => {
    expect(told('tempo', source('prometheus', 'metrics'))).toEqual({
      nodeGraph: { enabled: true },
      serviceMap: { datasourceUid: 'metrics' },
    })
  })

  test('from a sample to the trace that it stands for', () => {
    expect(told('prometheus', source('tempo', 'traces'))).toEqual({
      exemplarTraceIdDestinations: [{ name: 'trace_id', datasourceUid: 'traces' }],
    })
  })

  test('from an alert’s Prometheus to its Alertmanager', () => {
    expect(told('prometheus', source('alertmanager', 'alerts'))).toEqual({ alertmanagerUid: 'alerts' })
  })

  test('nowhere, where it is alone', () => {
    expect(told('loki')).toBeUndefined()
    expect(told('prometheus')).toBeUndefined()
    expect(told('tempo')).toEqual({ nodeGraph: { enabled: true } })
    expect(told('alertmanager')).toEqual({ implementation: 'prometheus' })
  })
})

test('a Prometheus says how often it gets a sample, so that no rate is drawn over too few', () => {
  const [told] = linked([{ ...source('prometheus'), interval: '1m' }])
  expect(told?.jsonData).toEqual({ timeInterval: '1m' })
})

describe('a line leads to its trace', () => {
  const fields = told('loki', source('tempo'))?.derivedFields as readonly Record<string, string>[]

  test('by its label or by what stands in it, with a `$` that Grafana does not take for a variable', () => {
    expect(fields.map(({ matcherType, url, datasourceUid }) => ({ matcherType, url, datasourceUid }))).toEqual([
      { matcherType: 'label', url: '$${__value.raw}', datasourceUid: 'tempo' },
      { matcherType: 'regex', url: '$${__value.raw}', datasourceUid: 'tempo' },
    ])
  })

  const trace = '0af7651916cd43dd8448eb211c80319c'
  test.each([
    [`level=info trace_id=${trace} msg="done"`, trace],
    [`{"traceId":"${trace}","msg":"done"}`, trace],
    [`{"TraceID": "${trace}"}`, trace],
    [`traceid: ${trace}`, trace],
    [`trace_id=${trace}00`, undefined],
    [`request_id=${trace}`, undefined],
    ['trace_id=abc', undefined],
  ])('%s', (line, found) => {
    expect(new RegExp(fields[1]!.matcherRegex!).exec(line)?.[1]).toBe(found)
  })
})

test('where there are two of a type, the first is meant, and every datasource stays where it was', () => {
  const all = linked([source('tempo'), source('loki', 'one'), source('loki', 'two')])
  expect(all.map(({ uid }) => uid)).toEqual(['tempo', 'one', 'two'])
  expect(at(all[0], 'jsonData.tracesToLogsV2.datasourceUid')).toBe('one')
})
