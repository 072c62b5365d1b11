import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '../../generators/check/judge.ts'
import { rules } from '../../generators/check/rules/index.ts'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { subjects } from '../../generators/check/subjects.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { grafana, helmRelease, kubePrometheusStack, loki, manifests, tempo } from '../../generators/fleetwright.ts'
import { loadExporters, metricsFolder } from '../../generators/metrics/exporters.ts'
import { plan } from '../../generators/plan/plan.ts'
import { think } from '../../generators/render.ts'
import { fleet, store } from '../support/fleets.ts'
import { claim, deployment } from './rules/objects.ts'

const schemas = loadSchemas(schemaFolder)
const exporters = loadExporters(metricsFolder)

const dashboard = {
  title: 'Nodes',
  panels: [{ targets: [{ expr: 'up{nobody="says"}' }], datasource: { uid: 'nowhere' } }],
}
const wrong: readonly Placeable[] = [
  store({ size: '0Gi' as never }),
  helmRelease({
    name: 'web',
    chart: { url: 'oci://registry.example/web', version: '1.2.3' },
    values: { image: { tag: 'latest' } },
  }),
  manifests({ name: 'app', objects: [deployment({ container: { image: 'nginx' } }), claim('1Gi', 'nowhere')] }),
  manifests({ name: 'board', objects: [], dashboards: [{ name: 'nodes', model: dashboard }] }),
  kubePrometheusStack({
    values: { kubeEtcd: { enabled: true }, prometheus: { prometheusSpec: { storageSpec: null } } },
  }),
  grafana({ admin: { secret: 'nowhere' } }),
  loki(),
  tempo({ values: { tempo: { retention: '1h' }, persistence: { enabled: false } } }),
]

test('rules that are not asked, because what they look at is not there, would have said nothing', () => {
  const subset = fc.subarray([...wrong])
  let asked = 0
  fc.assert(
    fc.property(fc.array(subset, { minLength: 1, maxLength: 4 }), (all) => {
      const described = fleet(Object.fromEntries(all.map((components, index) => [`c${index}`, { components }])))
      const subjectOf = subjects({ inputs: new Map(), schemas, exporters })
      for (const cluster of plan(think(described).fleet)) {
        const subject = subjectOf(cluster)
        const everyRule = rules.flatMap((rule) => rule.check(subject))
        asked += everyRule.length
        expect(new Set(judge(subject).map(told))).toEqual(new Set(everyRule.map(told)))
      }
    }),
    { numRuns: 60 },
  )
  expect(asked).toBeGreaterThan(100)
})

const told = ({
  rule,
  place,
  reason,
}: {
  readonly rule: string
  readonly place: readonly string[]
  readonly reason: string
}) => `${rule} ${place.join('.')}: ${reason}`
