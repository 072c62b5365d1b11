import { describe, expect, test } from 'vitest'
import { scrubbing } from '../../../generators/catalogue/opentelemetry/scrubbing.ts'
import { collectorConfig } from '../../../generators/objects/opentelemetry/collector.ts'
import { otlpHttpExporter } from '../../../generators/objects/opentelemetry/exporters/otlp-http.ts'
import { otlpReceiver } from '../../../generators/objects/opentelemetry/receivers/otlp.ts'
import { noOtelcol, otelcol, saidBy, understood } from '../../support/otelcol.ts'

const number = { name: 'number', pattern: String.raw`(^|"| )\d+$`, keepsGroup: true } as const

test('bodies are scrubbed as texts, maps or lists, and attributes, each from the inside out', () => {
  const find = String.raw`"(^|\"| )\\d+$$", "$$1[number]"`
  expect(scrubbing([number])).toMatchObject({
    id: 'transform/scrub',
    settings: {
      error_mode: 'propagate',
      log_statements: [
        { conditions: ['IsList(log.body)'], statements: ['set(log.body, String(log.body))'] },
        {
          conditions: ['IsMap(log.body)'],
          statements: ['flatten(log.body)', `replace_all_patterns(log.body, "value", ${find})`],
        },
        { conditions: ['IsString(log.body)'], statements: [`replace_pattern(log.body, ${find})`] },
        { statements: ['flatten(log.attributes)', `replace_all_patterns(log.attributes, "value", ${find})`] },
      ],
      trace_statements: [
        { statements: ['flatten(span.attributes)', `replace_all_patterns(span.attributes, "value", ${find})`] },
      ],
    },
  })
})

if (otelcol === undefined) console.warn(`skipped: ${noOtelcol}`)

describe.skipIf(otelcol === undefined)('the real collector', () => {
  const config = (processor: ReturnType<typeof scrubbing>) =>
    collectorConfig({
      pipelines: {
        logs: {
          receivers: [otlpReceiver({ grpc: {} })],
          processors: [processor],
          exporters: [otlpHttpExporter({ endpoint: 'http://loki/otlp' })],
        },
      },
    })

  test('takes every pattern', () => {
    expect(saidBy(config(scrubbing()))).toBe('')
  })

  test('is left with the dollars that end a pattern and name a group', () => {
    expect(understood(config(scrubbing([number])))).toContain(String.raw`\\d+$", "$1[number]")`)
  })
})
