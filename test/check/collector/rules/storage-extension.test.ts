import { describe, expect, test } from 'vitest'
import { storageExtension } from '../../../../generators/check/collector/rules/storage-extension.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const storedBy = (storage: string) => ({ exporters: { 'otlp/tempo': { sending_queue: { storage } } } })

describe(storageExtension.because, () => {
  test('a queue whose storage is not configured', () => {
    expect(wrongIn(gatewayWith(storedBy('file_storage/queue')))).toEqual([
      [
        'collector-storage-extension',
        'collector.exporters.otlp/tempo.sending_queue.storage',
        'the queue of otlp/tempo is kept by file_storage/queue, which is no extension here',
        "write 'file_storage'",
      ],
    ])
  })

  test('one whose storage keeps nothing', () => {
    const health = { extensions: { health_check: {} }, service: { extensions: ['file_storage', 'health_check'] } }
    expect(wrongIn(gatewayWith({ ...storedBy('health_check'), ...health }))).toEqual([
      [
        'collector-storage-extension',
        'collector.exporters.otlp/tempo.sending_queue.storage',
        'the queue of otlp/tempo is kept by health_check, which keeps nothing',
        'name a file_storage',
      ],
    ])
  })

  test('one whose storage is configured and not started', () => {
    expect(wrongIn(gatewayWith({ service: { extensions: [] } }))).toContainEqual([
      'collector-storage-extension',
      'collector.exporters.otlp/tempo.sending_queue.storage',
      'the queue of otlp/tempo is kept by file_storage, which is not started',
      'add file_storage to service.extensions',
    ])
  })
})
