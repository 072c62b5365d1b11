import { describe, expect, test } from 'vitest'
import type { Recording } from '../../../generators/check/queries/find-series.ts'
import { seriesOf } from '../../../generators/check/queries/series.ts'
import type { Capability } from '../../../generators/fleet/capability.ts'
import { exportersOf } from '../../../generators/metrics/exporters.ts'
import type { Brought } from '../../../generators/plan/placement.ts'
import { readPromql } from '../../../generators/query/promql.ts'

const files = {
  web: {
    complete: true,
    prefixes: [],
    metrics: {
      web_info: 'gauge pod version',
      web_open: 'gauge ?',
      web_bytes: 'counter pod',
      web_hits_total: 'counter pod',
    },
  },
  'web-rules': {
    complete: true,
    prefixes: [],
    metrics: { 'pod:web:sum': 'gauge pod', 'pod:other:sum': 'gauge pod' },
    recordedFrom: { 'pod:web:sum': ['web_info'], 'pod:other:sum': ['other_info'] },
  },
  common: { complete: true, prefixes: [], metrics: { up: 'gauge' } },
}
const exporters = exportersOf(Object.keys(files), (name) => files[name as keyof typeof files])

const by = { name: 'it', namespace: 'monitoring' }
const bring = (capability: Capability, from?: string): Brought =>
  from === undefined ? { capability, by } : { capability, by, from }
const scrapes = { kind: 'scrapes', through: 'monitors', labels: ['job', 'pod'] } as const
const web = { kind: 'metrics', exporter: 'web', through: 'monitors' } as const
const rules = { kind: 'metrics', exporter: 'web-rules', through: 'monitors' } as const

const labels = (brought: readonly Brought[], name: string, recordings: Readonly<Record<string, string>> = {}) => {
  const parsed = Object.entries(recordings).map(([record, text]): readonly [string, readonly Recording[]] => [
    record,
    [{ reading: readPromql(text), labels: [] }],
  ])
  const found = seriesOf(brought, new Map(parsed), exporters).find(name)
  return found && [...(found.labels ?? ['?'])].sort()
}

describe('a series has the labels of its exporter, of the way it came, and of who put it on that way', () => {
  const node = { ...web, labels: ['node'] }
  test.each([
    [
      'those of all three',
      [bring(scrapes), bring(node)],
      'web_info',
      ['exported_pod', 'job', 'node', 'pod', 'version'],
    ],
    ['unknown ones', [bring(scrapes), bring(web)], 'web_open', ['?']],
    ['what every target has', [bring(scrapes)], 'up', ['job', 'pod']],
    ['none, where nothing takes it in', [bring(web)], 'web_info', undefined],
    [
      'none, where another way is taken in',
      [bring({ ...scrapes, through: 'otlp' }), bring(web)],
      'web_info',
      undefined,
    ],
    ['none, where another cluster takes it in', [bring(scrapes, 'hub'), bring(web)], 'web_info', undefined],
    ['those of another cluster that sends it', [bring(scrapes, 'edge'), bring(web, 'edge')], 'web_open', ['?']],
    [
      'none, where it is dropped on its way',
      [bring(scrapes), bring({ ...web, dropped: ['web_info'] })],
      'web_info',
      undefined,
    ],
    [
      'none, where all are that begin so',
      [bring(scrapes), bring({ ...web, dropped: ['web_i*'] })],
      'web_info',
      undefined,
    ],
    ['its own, where others are dropped', [bring(scrapes), bring({ ...web, dropped: ['web'] })], 'web_open', ['?']],
    ['its families alone', [bring(scrapes), bring({ ...web, families: { mine: ['a'] } })], 'mine', ['a', 'job', 'pod']],
    [
      'none, when families are given without it',
      [bring(scrapes), bring({ ...web, families: {} })],
      'web_info',
      undefined,
    ],
  ] as const)('%s', (_, brought, name, expected) => expect(labels(brought, name)).toEqual(expected))
})

describe('a recorded series has the labels that its rule leaves', () => {
  const all = [bring(scrapes), bring(web), bring(rules)]
  test.each([
    ['of rules that a chart brings', all, 'pod:web:sum', {}, ['pod']],
    ['where what they are recorded from is missing', all, 'pod:other:sum', {}, undefined],
    ['of the cluster’s own', all, 'mine', { mine: 'sum by (pod, gone) (web_info)' }, ['pod']],
    ['of one recorded from another', all, 'b', { a: 'sum by (job) (up)', b: 'max(a) by (job)' }, ['job']],
    ['of one that is recorded from itself', all, 'a', { a: 'a offset 1h' }, ['?']],
  ] as const)('%s', (_, brought, name, recordings, expected) =>
    expect(labels(brought, name, recordings)).toEqual(expected),
  )
})

describe('a counter that a collector scrapes ends with _total, whatever its exporter calls it', () => {
  const collected = [bring({ ...scrapes, through: 'collector' }), bring({ ...web, through: 'collector' })]
  test.each([
    ['web_bytes_total', collected, ['exported_pod', 'job', 'pod']],
    ['web_bytes', collected, undefined],
    ['web_hits_total', collected, ['exported_pod', 'job', 'pod']],
    ['web_hits_total_total', collected, undefined],
    ['web_info', collected, ['exported_pod', 'job', 'pod', 'version']],
    ['web_info_total', collected, undefined],
    ['web_bytes', [bring(scrapes), bring(web)], ['exported_pod', 'job', 'pod']],
    ['web_bytes_total', [bring(scrapes), bring(web)], undefined],
  ] as const)('%s', (name, brought, expected) => expect(labels(brought, name)).toEqual(expected))

  test('and is guessed by that name', () => {
    const series = seriesOf(collected, new Map(), exporters)
    expect(series.arrivingAs('web_bytes')).toBe('web_bytes_total')
    expect(series.arrivingAs('web_info')).toBeUndefined()
    expect([...series.names()]).toEqual(['web_info', 'web_open', 'web_bytes_total', 'web_hits_total', 'up'])
  })
})
