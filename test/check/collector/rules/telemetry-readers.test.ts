import { describe, expect, test } from 'vitest'
import { telemetryReaders } from '../../../../generators/check/collector/rules/telemetry-readers.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(telemetryReaders.because, () => {
  test('an address of its metrics', () => {
    const config = gatewayWith({ service: { telemetry: { metrics: { level: 'detailed', address: ':8899' } } } })
    expect(wrongIn(config)).toEqual([
      [
        'collector-telemetry-readers',
        'collector.service.telemetry.metrics.address',
        'the collector knows no address of its metrics any more, and would not start with :8899',
        'write readers: [{ pull: { exporter: { prometheus: { host: 0.0.0.0, port: 8899 } } } }]',
      ],
    ])
  })
})
