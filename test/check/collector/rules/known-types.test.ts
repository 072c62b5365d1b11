import { describe, expect, test } from 'vitest'
import { knownTypes } from '../../../../generators/check/collector/rules/known-types.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(knownTypes.because, () => {
  test('what is gone, misspelt or not known at all', () => {
    const logs = {
      receivers: ['otlp'],
      processors: ['memory_limit'],
      exporters: ['loki', 'carrier_pigeon/2', 'otlphttp/loki'],
    }
    const config = gatewayWith({
      processors: { memory_limit: {} },
      exporters: { loki: {}, 'carrier_pigeon/2': {} },
      service: { pipelines: { logs } },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-known-types',
        'collector.processors.memory_limit',
        'the collector 0.158.0 has no processor memory_limit that is known here',
        "write 'memory_limiter'",
      ],
      [
        'collector-known-types',
        'collector.exporters.loki',
        'the collector 0.158.0 has no exporter loki that is known here',
        'use otlp_http, to the path /otlp of Loki',
      ],
      [
        'collector-known-types',
        'collector.exporters.carrier_pigeon/2',
        'the collector 0.158.0 has no exporter carrier_pigeon that is known here',
        'remove it, or, if that version does have it, add it to check/collector/known-components.ts',
      ],
    ])
  })

  test('a former name is none of it: the collector takes it, with a warning', () => {
    expect(wrongIn(gatewayWith({}))).toEqual([])
  })
})
