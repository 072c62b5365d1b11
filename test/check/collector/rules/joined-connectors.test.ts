import { describe, expect, test } from 'vitest'
import { joinedConnectors } from '../../../../generators/check/collector/rules/joined-connectors.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

describe(joinedConnectors.because, () => {
  test('a connector that ends a pipeline and begins none', () => {
    const traces = { receivers: ['otlp'], exporters: ['otlp/tempo', 'span_metrics'] }
    const config = gatewayWith({ connectors: { span_metrics: {} }, service: { pipelines: { traces } } })
    expect(wrongIn(config)).toEqual([
      [
        'collector-joined-connectors',
        'collector.connectors.span_metrics',
        'the connector span_metrics begins no pipeline',
        'add it to the receivers of a pipeline',
      ],
    ])
  })

  test('a route to a pipeline that does not begin with the connector', () => {
    const config = gatewayWith({
      connectors: {
        routing: { default_pipelines: ['logs/loki'], table: [{ condition: 'true', pipelines: ['logs/acme'] }] },
      },
      service: {
        pipelines: {
          logs: { receivers: ['otlp'], exporters: ['routing'] },
          'logs/loki': { receivers: ['routing'], exporters: ['otlphttp/loki'] },
        },
      },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-joined-connectors',
        'collector.connectors.routing',
        'the connector routing routes to logs/acme, which does not begin with it',
        'add routing to the receivers of the pipeline logs/acme',
      ],
    ])
  })
})
