import { describe, expect, test } from 'vitest'
import { signalsReachAStore } from '../../../../generators/check/collector/rules/signals-reach-a-store.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(signalsReachAStore.because, () => {
  test('a pipeline that ends in debug alone', () => {
    const config = gatewayWith({
      exporters: { debug: {} },
      service: { pipelines: { 'logs/2': { receivers: ['otlp'], exporters: ['debug'] } } },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-signals-reach-a-store',
        'collector.service.pipelines.logs/2.exporters',
        'the pipeline logs/2 ends in debug alone, so what it carries is kept nowhere',
        'add an exporter that sends it on',
      ],
    ])
  })

  test('debug beside a store does no harm', () => {
    const logs = { exporters: ['debug', 'otlphttp/loki'] }
    expect(wrongIn(gatewayWith({ exporters: { debug: {} }, service: { pipelines: { logs } } }))).toEqual([])
  })
})
