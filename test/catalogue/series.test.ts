import { expect, test } from 'vitest'
import { alloy } from '../../generators/catalogue/alloy/alloy.ts'
import { cloudflareTunnel } from '../../generators/catalogue/cloudflare-tunnel/cloudflare-tunnel.ts'
import { loki } from '../../generators/catalogue/loki/loki.ts'
import { minioMonitor } from '../../generators/catalogue/minio/minio-monitor.ts'
import { promtail } from '../../generators/catalogue/promtail/promtail.ts'
import { base } from './where.ts'

/** Components that bring a monitor of their own, and what it scrapes. */
test.each([
  [loki, 'loki'],
  [minioMonitor, 'minio'],
  [promtail, 'promtail'],
  [alloy, 'alloy'],
  [cloudflareTunnel, 'cloudflared'],
])('$0.definition.name has its own series scraped', ({ definition }, exporter) => {
  const series = definition.provides?.(definition.defaults ?? {}, base(definition)) ?? []
  expect(series.flatMap((one) => (one.kind === 'metrics' ? [`${one.exporter} by ${one.through}`] : []))).toEqual([
    `${exporter} by monitors`,
  ])
  const monitors = definition.requires?.(definition.defaults ?? {}, base(definition)) ?? []
  expect(monitors.map(({ kind }) => kind)).toContain('monitor-labels')
})
