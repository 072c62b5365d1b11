import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { objectPlace } from '../../plan/written-at.ts'
import type { Place } from '../../problem.ts'
import { mapIn } from '../map-in.ts'
import type { Shared } from '../rule.ts'
import { isCollectorConfig, readCollector } from './collector-graph.ts'
import { type CollectorPod, collectorPod } from './collector-pod.ts'
import type { CollectorSubject } from './collector-rule.ts'
import { record } from './shape.ts'

/** A collector of a component: its configuration in a ConfigMap, and the workload that mounts it. */
export interface PlacedCollector {
  readonly subject: CollectorSubject
  /** Where the configuration stands in the fleet. */
  readonly place: Place
  /** The Services that lead to it. */
  readonly services: readonly string[]
}

/** The collectors among the objects of a placement. Text that is no YAML, or no collector's, is none. */
export const collectorsIn = ({ layer, effective }: Shared): readonly PlacedCollector[] => {
  if (layer.kind !== 'manifests' || effective.kind !== 'manifests') return []
  const { objects } = effective
  return objects.flatMap((object, index) =>
    object.kind !== 'ConfigMap'
      ? []
      : Object.entries(record(object.data)).flatMap(([key, text]) => {
          const config = configIn(text)
          if (config === undefined) return []
          const [workload, pod] = mounting(objects, object.metadata.name)
          return [
            {
              subject: { graph: readCollector(config), ...(pod === undefined ? {} : { pod }) },
              place: objectPlace(layer, index, ['data', key]),
              services: workload === undefined ? [] : servicesOf(objects, workload),
            },
          ]
        }),
  )
}

const configIn = (text: unknown): unknown => {
  // Most texts are none, and reading YAML is not cheap.
  if (typeof text !== 'string' || !text.includes('pipelines') || !text.includes('receivers')) return undefined
  const data = mapIn(text)
  return isCollectorConfig(data) ? data : undefined
}

const mounting = (
  objects: readonly KubernetesObject[],
  configMap: string,
): readonly [KubernetesObject, CollectorPod] | readonly [] => {
  for (const object of objects) {
    const pod = collectorPod(object, configMap)
    if (pod !== undefined) return [object, pod]
  }
  return []
}

const servicesOf = (objects: readonly KubernetesObject[], workload: KubernetesObject): readonly string[] => {
  const labels = record(at(workload, 'spec.template.metadata.labels'))
  return objects
    .filter(({ kind, spec }) => kind === 'Service' && selects(record(at(spec, 'selector')), labels))
    .map(({ metadata }) => metadata.name)
}

const selects = (selector: Readonly<Record<string, unknown>>, labels: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(selector).length > 0 && Object.entries(selector).every(([key, value]) => labels[key] === value)
