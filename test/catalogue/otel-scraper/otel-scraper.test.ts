import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { jobs } from '../../../generators/catalogue/otel-scraper/jobs.ts'
import { otelScraper } from '../../../generators/catalogue/otel-scraper/otel-scraper.ts'
import type { CapabilityOf } from '../../../generators/fleet/capability.ts'
import { collectorIn } from '../opentelemetry/effective.ts'
import { rendered } from '../opentelemetry/federation.ts'

const { config, files, workload, objects, pod } = collectorIn(rendered(), 'edge-1', 'otel-scraper')

describe('what is scraped', () => {
  const offer = (target: string): CapabilityOf<'metrics'> => ({
    kind: 'metrics',
    exporter: 'own',
    through: 'collector',
    target,
  })
  const targets = (...offers: readonly CapabilityOf<'metrics'>[]) =>
    jobs('otel-scraper', offers)
      .slice(1)
      .map(({ job_name, dns_sd_configs }) => [job_name, dns_sd_configs])

  test('is whatever the cluster’s components offer, each collector, and the scraper itself', () => {
    const { scrape_configs } = parse(files['jobs.yaml']!) as { scrape_configs: readonly { job_name: string }[] }
    expect(scrape_configs.map(({ job_name }) => job_name)).toEqual([
      'otel-scraper',
      'kube-state-metrics',
      'otel-agent',
      'otel-aggregator',
    ])
    expect(config.receivers.prometheus.config).toEqual({
      global: { scrape_interval: '30s' },
      scrape_config_files: ['/etc/otelcol/jobs.yaml'],
    })
  })

  test('is each Pod that a name leads to', () => {
    expect(targets(offer('dcgm-exporter.observability.svc.cluster.local:9400'))).toEqual([
      ['dcgm-exporter', [{ names: ['dcgm-exporter.observability.svc.cluster.local'], type: 'A', port: 9400 }]],
    ])
  })

  test('is one job where two Services have one name, as two jobs may not', () => {
    expect(targets(offer('bert.b.svc:80'), offer('bert.a.svc:80'))).toEqual([
      [
        'bert',
        [
          { names: ['bert.a.svc'], type: 'A', port: 80 },
          { names: ['bert.b.svc'], type: 'A', port: 80 },
        ],
      ],
    ])
  })

  test('is nothing that goes another way, or has no address', () => {
    const { target: _, ...nowhere } = offer('')
    expect(targets({ ...offer('a.b.svc:80'), through: 'annotations' }, nowhere)).toEqual([])
  })

  test('cannot call itself by another name', () => {
    for (const job of jobs('otel-scraper', [offer('bert.a.svc:80')])) {
      expect(job.metric_relabel_configs).toEqual([
        { source_labels: ['__name__'], regex: 'target_info', action: 'drop' },
      ])
    }
  })
})

test('only one Pod scrapes at a time, and the old one lets go of the queue first', () => {
  expect(workload).toMatchObject({ kind: 'Deployment', spec: { replicas: 1, strategy: { type: 'Recreate' } } })
  expect(objects.find(({ kind }) => kind === 'PersistentVolumeClaim')).toMatchObject({
    metadata: { name: 'otel-scraper', labels: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } },
    spec: { storageClassName: 'local-path', resources: { requests: { storage: '2Gi' } } },
  })
  expect(pod.volumes).toContainEqual({ name: 'queue', persistentVolumeClaim: { claimName: 'otel-scraper' } })
})

test('an option says how often', () => {
  const often = collectorIn(rendered([otelScraper({ scrub: false, scrapeInterval: '10s' })]), 'edge-1', 'otel-scraper')
  expect(often.config.receivers.prometheus.config.global).toEqual({ scrape_interval: '10s' })
})
