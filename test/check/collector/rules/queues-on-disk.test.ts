import { describe, expect, test } from 'vitest'
import { queuesOnDisk } from '../../../../generators/check/collector/rules/queues-on-disk.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(queuesOnDisk.because, () => {
  test('a queue in memory beside one on disk', () => {
    expect(wrongIn(gatewayWith({ exporters: { 'otlp/tempo': { sending_queue: { storage: null } } } }))).toEqual([
      [
        'collector-queues-on-disk',
        'collector.exporters.otlp/tempo.sending_queue',
        'otlp/tempo has its queue in memory beside others on disk, and loses it in a crash',
        'name the storage: sending_queue.storage',
      ],
    ])
  })

  test('an exporter without a queue, which its sender waits for, loses nothing', () => {
    const queue = { exporters: { 'otlp/tempo': { sending_queue: { enabled: false, storage: null } } } }
    expect(wrongIn(gatewayWith(queue))).toEqual([])
  })
})
