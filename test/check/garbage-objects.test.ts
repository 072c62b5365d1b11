import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { argo, namespace } from '../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { rendered, think } from '../../generators/render.ts'
import { fleet } from '../support/fleets.ts'
import { placesIn, withAt } from './garbage.ts'
import { kustomization } from './rules/kustomization.ts'
import { app, claim, deployment, statefulSet } from './rules/objects.ts'
import { homelab } from './rules/platform.ts'
import { validObjects } from './schema/valid-objects.ts'

const schemas = loadSchemas(schemaFolder)
const objects = [...validObjects, kustomization(), claim('1Gi'), deployment(), statefulSet()]
const places = objects.flatMap((object) => placesIn(object).map((place) => ({ object, place })))
const garbage = fc.oneof(
  fc.constantFrom(null, [], {}, '', 0, -1, true, [null], 'a/../b'),
  fc.jsonValue({ maxDepth: 2 }),
)

const platform = (object: KubernetesObject) => ({
  ...fleet({}),
  clusters: {
    platform: argo({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: { web: namespace({ podSecurity: 'baseline' }, [app(object)]) },
    }),
  },
})

test('whatever stands in an object, under either engine, no rule fails over it', () => {
  fc.assert(
    fc.property(fc.nat(places.length - 1), garbage, (index, value) => {
      const { object, place } = places[index]!
      const garbled = withAt(object, place, value) as KubernetesObject
      const nodePools = { slow: { stateful: false, nodes: ['slow'] } }
      for (const one of [homelab([app(garbled)], { nodePools }), platform(garbled)]) {
        expect(() => rendered(think(one), { inputs: new Map(), schemas })).not.toThrow()
      }
    }),
    { numRuns: 400 },
  )
})
