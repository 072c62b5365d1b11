import { describe, expect, test } from 'vitest'
import { noRemoteWriteQueue } from '../../../../generators/check/collector/rules/no-remote-write-queue.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(noRemoteWriteQueue.because, () => {
  test.each([null, { enabled: true }, { queue_size: 20000 }])('remote_write_queue: %o', (remote_write_queue) => {
    const merged = remote_write_queue === null ? null : { enabled: undefined, ...remote_write_queue }
    const prometheusremotewrite = {
      endpoint: 'http://prometheus:9090/api/v1/write',
      timeout: '20m',
      retry_on_failure: { max_elapsed_time: 0 },
      remote_write_queue: merged,
    }
    const { exporters, ...rest } = gatewayWith({})
    expect(wrongIn({ ...rest, exporters: { ...(exporters as object), prometheusremotewrite } })).toEqual([
      [
        'collector-no-remote-write-queue',
        'collector.exporters.prometheusremotewrite.remote_write_queue',
        'prometheusremotewrite holds what is not written yet in memory, and loses it in a crash',
        'write remote_write_queue: { enabled: false }, so that the sender keeps it',
      ],
    ])
  })
})
