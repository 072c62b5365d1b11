import { expect, test } from 'vitest'
import type { Shared } from '../../generators/check/rule.ts'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { subjects } from '../../generators/check/subjects.ts'
import { helmRelease, prometheusOperatorCrds } from '../../generators/fleetwright.ts'
import { plan } from '../../generators/plan/plan.ts'
import { think } from '../../generators/render.ts'
import { fleet, store } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'

const schemas = loadSchemas(schemaFolder)

test("what clusters share is asked once for all of them, and a cluster's own layer in its cluster", () => {
  const components = [prometheusOperatorCrds()]
  const two = fleet({ a: { components }, b: { components: [...components, store({ retention: '48h' })] } })
  const subjectOf = subjects({ inputs: new Map(), schemas })
  const asked: string[] = []
  const folder = ({ layer }: Shared): string => {
    asked.push(layer.folder)
    return layer.folder
  }
  const answers = [...plan(think(two).fleet)].map((cluster) => {
    const { once } = subjectOf(cluster)
    // Whoever asks second is told the same.
    for (const placement of cluster.placements) once(placement, folder)
    return cluster.placements.map((placement) => once(placement, folder))
  })
  const crds = 'infrastructure/base/monitoring/prometheus-operator-crds'
  expect(answers).toEqual([[crds], [crds, 'apps/clusters/b/monitoring/store']])
  expect(asked).toEqual([crds, 'apps/clusters/b/monitoring/store'])
})

test('two questions about one layer are two', () => {
  const subjectOf = subjects({ inputs: new Map(), schemas })
  const [cluster] = plan(think(fleet({ a: { components: [prometheusOperatorCrds()] } })).fleet)
  const { once } = subjectOf(cluster!)
  const [placement] = cluster!.placements
  expect([once(placement!, ({ layer }) => layer.name), once(placement!, ({ layer }) => layer.level)]).toEqual([
    'prometheus-operator-crds',
    'base',
  ])
})

test('a layer that the first cluster overrides is judged by what it comes to in the next, which does not', () => {
  const image = (tag: string) => ({ values: { image: { tag } } })
  const web = helmRelease({
    name: 'web',
    chart: { url: 'oci://registry.example/web', version: '1.2.3' },
    ...image('latest'),
  })
  const two = fleet({ a: { components: [web(image('1.0.0'))] }, b: { components: [web] } })
  expect(problemsOf(two)).toEqual([
    [
      'clusters.a.namespaces.monitoring.web.values.image.tag',
      'image.tag is latest, which moves',
      'write an exact version',
    ],
  ])
})
