import { expect, test } from 'vitest'
import { dcgmExporter } from '../../../generators/catalogue/dcgm-exporter/dcgm-exporter.ts'
import { nvidiaDevicePlugin } from '../../../generators/catalogue/nvidia-device-plugin/nvidia-device-plugin.ts'
import { otelScraper } from '../../../generators/catalogue/otel-scraper/otel-scraper.ts'
import { tempo } from '../../../generators/catalogue/tempo/tempo.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { defineFleet } from '../../../generators/fleet/fleet.ts'
import { existing, flux, grafana, lokiSingle, namespace } from '../../../generators/fleetwright.ts'
import { policiesIn, reaches } from '../../support/network.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'

const closing = (components: Parameters<typeof namespace>[1]) => tree(closingFleet(components))

const closingFleet = (components: Parameters<typeof namespace>[1]) =>
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { cloud: environment({ storageClass: 'gp3', networkPolicies: true }) },
    clusters: {
      hub: flux({
        environment: 'cloud',
        distribution: 'managed',
        network: 'calico',
        nodePools: { gpu: { gpu: true, labels: { gpu: 'yes' } } },
        namespaces: { observability: namespace({ secrets: { 'grafana-admin': existing() } }, components) },
      }),
    },
  })

const ofChart = (chart: string, name = chart) => ({
  namespace: 'observability',
  labels: { 'app.kubernetes.io/name': chart, 'app.kubernetes.io/instance': name },
})
const ours = (name: string) => ({ namespace: 'observability', labels: { 'app.kubernetes.io/name': name } })

test('charts that say which Pods they make are let through to those alone, at their ports', () => {
  const rendered = closing([tempo(), grafana(), dcgmExporter(), nvidiaDevicePlugin(), otelScraper()])
  const policies = policiesIn(rendered.clusters[0]!)
  expect(reaches(policies, ours('grafana'), ofChart('tempo'), 3200)).toBe(true)
  expect(reaches(policies, ours('grafana'), ofChart('tempo'), 4318)).toBe(false)
  expect(reaches(policies, ours('grafana'), ofChart('dcgm-exporter'), 9400)).toBe(false)
  expect(reaches(policies, ours('otel-scraper'), ofChart('dcgm-exporter'), 9400)).toBe(true)
  expect(reaches(policies, ofChart('nvidia-device-plugin'), 'outside', 443)).toBe(true)
  expect(reaches(policies, ofChart('tempo'), 'outside', 443)).toBe(false)
})

test('what closes namespaces is as the API server wants it, and nothing there is told an address that it does not say', () => {
  expect(problemsOf(closingFleet([tempo(), grafana(), dcgmExporter(), nvidiaDevicePlugin(), lokiSingle()]))).toEqual([])
})

test('a chart whose Pods depend on an option is known only where they are', () => {
  const closes = (featureDiscovery: boolean) =>
    closing([nvidiaDevicePlugin({ featureDiscovery })]).paths.includes(
      'clusters/hub/observability/network-policies.yaml',
    )
  expect(closes(false)).toBe(true)
  expect(closes(true)).toBe(false)
})
