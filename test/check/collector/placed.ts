import { lateSamples } from '../../../generators/check/collector/late-samples.ts'
import { collectorRulesOverThePlan } from '../../../generators/check/collector/placed-rules.ts'
import { loadSchemas, schemaFolder } from '../../../generators/check/schema/schemas.ts'
import { subjects } from '../../../generators/check/subjects.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { plan } from '../../../generators/plan/plan.ts'
import { think } from '../../../generators/render.ts'
import { fleet } from '../../support/fleets.ts'

const schemas = loadSchemas(schemaFolder)

/** What the rules about collectors say of one cluster with these components: rule, place, reason, fix. */
export const saidOf = (...components: readonly Placeable[]) =>
  [...plan(think(fleet({ edge: { components } })).fleet)].flatMap((cluster) => {
    const subject = subjects({ inputs: new Map(), schemas })(cluster)
    return [...collectorRulesOverThePlan, lateSamples]
      .flatMap(({ check }) => check(subject))
      .map(({ rule, place, reason, fix }) => [rule, place.join('.'), reason, fix])
  })

/** A collector of a user's own: its configuration, a StatefulSet with a queue on a claim, and a Service. */
export const collector = (name: string, config: unknown, pod: Readonly<Record<string, unknown>> = {}) =>
  manifests({ name, objects: collectorObjects(name, config, pod) })

const collectorObjects = (name: string, config: unknown, pod: object): readonly KubernetesObject[] => [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { 'config.yaml': toYaml(config) } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: name } } },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name },
    spec: {
      template: {
        metadata: { labels: { app: name } },
        spec: {
          securityContext: { fsGroup: 10001 },
          containers: [{ name: 'otelcol', volumeMounts: [{ name: 'queue', mountPath: '/queue' }] }],
          volumes: [{ name: 'config', configMap: { name } }],
          ...pod,
        },
      },
      volumeClaimTemplates: [{ metadata: { name: 'queue' } }],
    },
  },
]
