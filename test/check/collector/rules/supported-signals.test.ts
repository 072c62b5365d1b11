import { describe, expect, test } from 'vitest'
import { supportedSignals } from '../../../../generators/check/collector/rules/supported-signals.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(supportedSignals.because, () => {
  test('a component in a pipeline of a signal that it does not know', () => {
    const logs = { receivers: ['otlp'], exporters: ['otlphttp/loki', 'prometheusremotewrite'] }
    expect(wrongIn(gatewayWith({ service: { pipelines: { logs } } }))).toEqual([
      [
        'collector-supported-signals',
        'collector.service.pipelines.logs.exporters.1',
        'the exporter prometheusremotewrite stands in the pipeline logs, and takes only metrics',
        'move it to a pipeline of metrics',
      ],
    ])
  })

  test('a connector begins pipelines of what it makes, not of what it takes', () => {
    const traces = { receivers: ['otlp', 'span_metrics'], exporters: ['otlp/tempo', 'span_metrics'] }
    const config = gatewayWith({ connectors: { span_metrics: {} }, service: { pipelines: { traces } } })
    expect(wrongIn(config)).toEqual([
      [
        'collector-supported-signals',
        'collector.service.pipelines.traces.receivers.1',
        'the connector span_metrics stands in the pipeline traces, and gives only metrics',
        'move it to a pipeline of metrics',
      ],
    ])
  })
})
