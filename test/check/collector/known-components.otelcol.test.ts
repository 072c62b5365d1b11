import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ComponentKind, knownComponent } from '../../../generators/check/collector/known-components.ts'
import { noOtelcol, otelcol, saidBy } from '../../support/otelcol.ts'

if (otelcol === undefined) console.warn(`skipped: ${noOtelcol}`)

interface Listed {
  readonly name: string
  /** By signal, of a connector by `logs-to-metrics`. */
  readonly stability: Readonly<Record<string, string>>
}

const kinds: readonly ComponentKind[] = ['receiver', 'processor', 'exporter', 'connector', 'extension']

describe.skipIf(otelcol === undefined)('a real collector', () => {
  const listed: Readonly<Record<string, readonly Listed[]>> =
    otelcol === undefined ? {} : parse(execFileSync(otelcol, ['components'], { encoding: 'utf8' }))

  test.each(kinds)('has each %s with the signals that are known of it', (kind) => {
    const components = listed[`${kind}s`] ?? []
    expect(components.length).toBeGreaterThan(2)
    for (const { name, stability } of components) {
      const handled = Object.keys(stability).filter((signal) => stability[signal] !== 'Undefined')
      const taken = [...new Set(handled.map((signal) => signal.split('-')[0]))].filter(
        (signal) => signal !== 'extension',
      )
      const given = handled.filter((signal) => signal.includes('-to-')).map((signal) => signal.split('-to-')[1])
      const { signals = [], gives = kind === 'connector' ? signals : [] } = knownComponent(kind, name) ?? {}
      expect([name, [...signals].sort(), [...gives].sort()]).toEqual([name, taken.sort(), [...new Set(given)].sort()])
    }
  })

  test('answers to the former names that are known here', () => {
    const config = {
      receivers: { otlp: { protocols: { grpc: {} } } },
      exporters: {
        otlp: { endpoint: 'a:1' },
        otlphttp: { endpoint: 'http://a' },
        prometheusremotewrite: { endpoint: 'http://a' },
      },
      service: {
        pipelines: {
          logs: { receivers: ['otlp'], exporters: ['otlp', 'otlphttp'] },
          metrics: { receivers: ['otlp'], exporters: ['prometheusremotewrite'] },
        },
      },
    }
    expect(saidBy(config)).toBe('')
  })
})
