import { describe, expect, test } from 'vitest'
import { definedComponents } from '../../../../generators/check/collector/rules/defined-components.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(definedComponents.because, () => {
  test('a pipeline that names what is not configured is told what is meant', () => {
    const traces = {
      receivers: ['otlp'],
      processors: ['memory_limiter', 'batch'],
      exporters: ['otlp/tempo', 'otlp/temp'],
    }
    expect(wrongIn(gatewayWith({ service: { pipelines: { traces } } }))).toEqual([
      [
        'collector-defined-components',
        'collector.service.pipelines.traces.processors.1',
        'the pipeline traces names the processor batch, which is not configured',
        'configure batch under processors',
      ],
      [
        'collector-defined-components',
        'collector.service.pipelines.traces.exporters.1',
        'the pipeline traces names the exporter otlp/temp, which is not configured',
        "write 'otlp/tempo', or configure otlp/temp under exporters",
      ],
    ])
  })

  test('so is a service that starts an extension that is not configured', () => {
    expect(wrongIn(gatewayWith({ service: { extensions: ['file_storage', 'health_check'] } }))).toEqual([
      [
        'collector-defined-components',
        'collector.service.extensions.1',
        'the service names the extension health_check, which is not configured',
        'configure health_check under extensions',
      ],
    ])
  })
})
