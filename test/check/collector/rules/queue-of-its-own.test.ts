import { describe, expect, test } from 'vitest'
import { queueOfItsOwn } from '../../../../generators/check/collector/rules/queue-of-its-own.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(queueOfItsOwn.because, () => {
  test('a sending_queue under prometheusremotewrite', () => {
    const prometheusremotewrite = { sending_queue: { enabled: true, storage: 'file_storage' } }
    expect(wrongIn(gatewayWith({ exporters: { prometheusremotewrite } }))).toEqual([
      [
        'collector-queue-of-its-own',
        'collector.exporters.prometheusremotewrite.sending_queue',
        'prometheusremotewrite has no sending_queue, and the collector would not start with it',
        'remove it and switch remote_write_queue off, so that the sender keeps what is not written yet; or send by otlp_http to /api/v1/otlp, which has one',
      ],
    ])
  })
})
