import { describe, expect, test } from 'vitest'
import { keptOffsets } from '../../../../generators/check/collector/rules/kept-offsets.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const reading = (filelog: unknown) => {
  const attributes = ['cluster.id', 'cluster.role'].map((key) => ({ action: 'upsert', key, value: 'hub' }))
  const own = { processors: ['resource'] }
  return wrongIn(
    gatewayWith({
      receivers: { filelog },
      processors: { resource: { attributes } },
      service: {
        pipelines: { logs: { ...own, receivers: ['otlp', 'filelog'] }, metrics: own, traces: own },
      },
    }),
  ).filter(([rule]) => rule !== 'collector-used-components')
}

describe(keptOffsets.because, () => {
  test('as by default', () => {
    expect(reading({ include: ['/var/log/pods/*/*/*.log'] })).toEqual([
      [
        'collector-kept-offsets',
        'collector.receivers.filelog',
        'filelog forgets with its Pod how far it has read',
        'name a file_storage: storage',
      ],
      [
        'collector-kept-offsets',
        'collector.receivers.filelog.retry_on_failure',
        'filelog goes on with the next lines when nobody takes what it has read',
        'add retry_on_failure: { enabled: true, max_elapsed_time: 0 }',
      ],
    ])
  })

  test('with both it waits, and remembers', () => {
    expect(reading({ storage: 'file_storage', retry_on_failure: { enabled: true } })).toEqual([])
  })
})
