import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { federation } from './federation.ts'

test('an edge whose scraper does not come from Git is told what nobody scrapes', () => {
  const unheard = (namespace: string, component: string, exporter: string, ways = 'collector') => [
    `clusters.edge-1.namespaces.${namespace}.${component}`,
    `nothing in edge-1 scrapes the metrics of ${exporter}, which ${component} offers by ${ways}`,
    'add otelScraper() to a namespace of clusters.edge-1',
  ]
  expect(problemsOf(federation({ edge: { 'otel-scraper': undefined } }))).toEqual([
    unheard('observability', 'kube-state-metrics', 'kube-state-metrics', 'job:kube-state-metrics and collector'),
    unheard('observability', 'dcgm-exporter', 'dcgm-exporter'),
    unheard('observability', 'otel-agent', 'otel-collector'),
    unheard('observability', 'otel-aggregator', 'otel-collector'),
    unheard('inference', 'bert-inference', 'bert-inference'),
  ])
})

test('it cannot be rendered so: every file of every folder is in the kustomization beside it', () => {
  const { paths, at } = tree(federation())
  const kustomizations = paths.filter((path) => path.endsWith('/kustomization.yaml'))
  const beside = kustomizations.flatMap((path) => {
    const folder = path.slice(0, -'kustomization.yaml'.length)
    const { resources = [], configMapGenerator = [], configurations = [] } = at(path)
    const files = configMapGenerator.flatMap((one: { files: string[] }) =>
      one.files.map((file) => file.split('=').at(-1)),
    )
    const listed: readonly string[] = [...resources, ...configurations, ...files].map((file) => `${folder}${file}`)
    return paths.filter(
      (one) =>
        one.startsWith(folder) && !one.slice(folder.length).includes('/') && one !== path && !listed.includes(one),
    )
  })
  expect(kustomizations.length).toBeGreaterThan(40)
  expect(beside).toEqual([])
})
