import { describe, expect, test } from 'vitest'
import { wholePipelines } from '../../../../generators/check/collector/rules/whole-pipelines.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(wholePipelines.because, () => {
  test('a pipeline without an end, one without a beginning, and one of no signal', () => {
    const pipelines = {
      'logs/2': { receivers: ['otlp'] },
      'logs/3': { exporters: ['otlphttp/loki'] },
      spans: { receivers: ['otlp'], exporters: ['otlp/tempo'] },
    }
    expect(wrongIn(gatewayWith({ service: { pipelines } }))).toEqual([
      [
        'collector-whole-pipelines',
        'collector.service.pipelines.logs/2',
        'the pipeline logs/2 has no exporters',
        'add one, or remove the pipeline',
      ],
      [
        'collector-whole-pipelines',
        'collector.service.pipelines.logs/3',
        'the pipeline logs/3 has no receivers',
        'add one, or remove the pipeline',
      ],
      [
        'collector-whole-pipelines',
        'collector.service.pipelines.spans',
        'the pipeline spans is named for no signal',
        'begin it with logs, metrics or traces',
      ],
    ])
  })
})
