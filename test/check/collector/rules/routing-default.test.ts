import { describe, expect, test } from 'vitest'
import { routingDefault } from '../../../../generators/check/collector/rules/routing-default.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(routingDefault.because, () => {
  test('a table without default pipelines', () => {
    const config = gatewayWith({
      connectors: {
        routing: { table: [{ condition: 'resource.attributes["tenant"] == "acme"', pipelines: ['logs/acme'] }] },
      },
      service: {
        pipelines: {
          logs: { receivers: ['otlp'], exporters: ['routing'] },
          'logs/acme': { receivers: ['routing'], exporters: ['otlphttp/loki'] },
        },
      },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-routing-default',
        'collector.connectors.routing',
        'routing drops what no route of its table takes',
        'add default_pipelines',
      ],
    ])
  })
})
