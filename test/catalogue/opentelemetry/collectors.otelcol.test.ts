import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { otelAgent } from '../../../generators/catalogue/otel-agent/otel-agent.ts'
import { otelScraper } from '../../../generators/catalogue/otel-scraper/otel-scraper.ts'
import { noOtelcol, otelcol, saidBy } from '../../support/otelcol.ts'
import { collectorIn } from './effective.ts'
import { rendered } from './federation.ts'

const named = { K8S_NODE_NAME: 'node-1', K8S_NODE_IP: '10.0.0.1' }
const straight = [otelAgent({ scrub: false }), otelScraper({ scrub: false })]

describe.skipIf(otelcol === undefined)(
  `a real collector takes what is rendered${otelcol ? '' : `: ${noOtelcol}`}`,
  () => {
    test.each([
      ['edge-1', 'otel-agent', undefined],
      ['edge-1', 'otel-scraper', undefined],
      ['edge-1', 'otel-aggregator', undefined],
      ['hub', 'otel-agent', undefined],
      ['hub', 'otel-scraper', undefined],
      ['edge-1', 'otel-agent', straight],
      ['edge-1', 'otel-scraper', straight],
    ] as const)('%s: %s', (cluster, name, edge) => {
      const { config, files, env } = collectorIn(rendered(edge), cluster, name)
      const folder = mkdtempSync(join(tmpdir(), 'collector-'))
      try {
        for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
        // Where it runs, the files are where it looks for them, the folder of its state is a volume, and it has a token.
        const here = JSON.parse(
          JSON.stringify(config)
            .replaceAll('/etc/otelcol', folder)
            .replaceAll('/var/lib', folder)
            .replace('"auth_type":"serviceAccount","insecure', '"auth_type":"none","insecure'),
        )
        expect(saidBy(here, { ...named, ...env })).toBe('')
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  },
)
