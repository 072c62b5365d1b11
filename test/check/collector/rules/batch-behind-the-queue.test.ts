import { describe, expect, test } from 'vitest'
import { batchBehindTheQueue } from '../../../../generators/check/collector/rules/batch-behind-the-queue.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const batched = (signal: string) =>
  gatewayWith({
    processors: { batch: { timeout: '1s' } },
    service: { pipelines: { [signal]: { processors: ['memory_limiter', 'batch'] } } },
  })

describe(batchBehindTheQueue.because, () => {
  test('before a queue on disk', () => {
    expect(wrongIn(batched('traces'))).toEqual([
      [
        'collector-batch-behind-the-queue',
        'collector.service.pipelines.traces.processors.1',
        'batch takes what comes through traces from its sender before otlp/tempo has it, and a crash loses it',
        'remove batch, and batch in the queue: sending_queue.batch of otlp/tempo',
      ],
    ])
  })

  test('before an exporter that the sender waits for', () => {
    expect(wrongIn(batched('metrics'))).toEqual([
      [
        'collector-batch-behind-the-queue',
        'collector.service.pipelines.metrics.processors.1',
        'batch takes what comes through metrics from its sender before prometheusremotewrite has it, and a crash loses it',
        'remove batch',
      ],
    ])
  })

  test('before a queue in memory it makes nothing worse', () => {
    const config = {
      receivers: { otlp: {} },
      processors: { batch: {} },
      exporters: { otlp: { endpoint: 'hub:4317', retry_on_failure: { max_elapsed_time: 0 } } },
      service: {
        pipelines: Object.fromEntries(
          ['logs', 'metrics', 'traces'].map((signal) => [
            signal,
            { receivers: ['otlp'], processors: ['batch'], exporters: ['otlp'] },
          ]),
        ),
      },
    }
    expect(wrongIn(config)).toEqual([])
  })
})
