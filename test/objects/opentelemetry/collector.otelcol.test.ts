import { describe, expect, test } from 'vitest'
import type { CollectorConfig } from '../../../generators/objects/opentelemetry/collector.ts'
import { noOtelcol, otelcol, saidBy, understood } from '../../support/otelcol.ts'
import { agent, aggregator, gateway, scraper } from './collectors.ts'

if (otelcol === undefined) console.warn(`skipped: ${noOtelcol}`)

const environment = { K8S_NODE_NAME: 'node-1', K8S_NODE_IP: '10.0.0.1', SPLUNK_TOKEN: 'a token' }

describe.skipIf(otelcol === undefined)('the real collector', () => {
  // A Pod's token is nowhere but in a Pod, and `validate` looks for it.
  const withoutToken = (config: CollectorConfig): CollectorConfig => ({
    ...config,
    receivers: { ...config.receivers, kubelet_stats: { ...config.receivers.kubelet_stats, auth_type: 'none' } },
  })

  // Modules that Datadog's exporter needs cannot be had, so the lab's collector is without.
  test.each([
    ['agent', withoutToken(agent())],
    ['scraper', scraper()],
    ['aggregator', aggregator()],
    ['gateway', gateway({ datadog: false })],
  ])('takes the configuration of the %s', (_, config) => {
    expect(saidBy(config, environment)).toBe('')
  })

  test('is left with a dollar where Prometheus means a group', () => {
    expect(understood(scraper())).toContain('replacement: $1')
  })

  test('is left with what a pattern means by two backslashes', () => {
    expect(understood(aggregator())).toContain(String.raw`replace_pattern(log.body, "\\d{3}-\\d{2}-\\d{4}", "[ssn]")`)
  })
})
