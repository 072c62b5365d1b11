import { describe, expect, test } from 'vitest'
import { everySignalTaken } from '../../../../generators/check/collector/rules/every-signal-taken.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(everySignalTaken.because, () => {
  test('a receiver of OTLP without a pipeline for traces', () => {
    const traces = { receivers: ['otlp/other'] }
    const config = gatewayWith({ receivers: { 'otlp/other': {} }, service: { pipelines: { traces } } })
    expect(wrongIn(config)).toEqual([
      [
        'collector-every-signal-taken',
        'collector.receivers.otlp',
        'otlp is sent every signal, and no pipeline takes its traces',
        'add otlp to a pipeline of traces',
      ],
      [
        'collector-every-signal-taken',
        'collector.receivers.otlp/other',
        'otlp/other is sent every signal, and no pipeline takes its logs and metrics',
        'add otlp/other to a pipeline of logs and one of metrics',
      ],
    ])
  })
})
