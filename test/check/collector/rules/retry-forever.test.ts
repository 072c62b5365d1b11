import { describe, expect, test } from 'vitest'
import { retryForever } from '../../../../generators/check/collector/rules/retry-forever.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const retrying = (retry_on_failure: unknown) =>
  wrongIn(gatewayWith({ exporters: { 'otlp/tempo': { retry_on_failure } } }))
const at = 'collector.exporters.otlp/tempo.retry_on_failure'

describe(retryForever.because, () => {
  test('an end after five minutes, as by default, or after any other time', () => {
    expect(retrying(null)).toEqual([
      [
        'collector-retry-forever',
        at,
        'otlp/tempo drops a request after 5m of retries',
        'set retry_on_failure.max_elapsed_time: 0',
      ],
    ])
    expect(retrying({ max_elapsed_time: '24h' })).toEqual([
      [
        'collector-retry-forever',
        at,
        'otlp/tempo drops a request after 24h of retries',
        'set retry_on_failure.max_elapsed_time: 0',
      ],
    ])
  })

  test('no retries at all', () => {
    expect(retrying({ enabled: false })).toEqual([
      [
        'collector-retry-forever',
        at,
        'otlp/tempo does not try again, and drops what could not be sent',
        'remove enabled: false, and set max_elapsed_time: 0',
      ],
    ])
  })

  test.each([0, '0', '0s'])('%s is no end', (max_elapsed_time) => {
    expect(retrying({ max_elapsed_time })).toEqual([])
  })
})
