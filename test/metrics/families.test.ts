import { expect, test } from 'vitest'
import { familiesOf } from '../../generators/metrics/families.ts'

test('a histogram is three series, of which the buckets have one label more', () => {
  expect(familiesOf({ requests_total: 'counter status', up: 'gauge', latency_seconds: 'histogram route' })).toEqual({
    requests_total: ['status'],
    up: [],
    latency_seconds_bucket: ['route', 'le'],
    latency_seconds_count: ['route'],
    latency_seconds_sum: ['route'],
  })
})
