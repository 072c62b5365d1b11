import type { Found, Requirement } from '../fleet/capability.ts'
import type { Definition, HelmDefinition, Options, Values, Where } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { keepMarks } from '../objects/kubernetes/keep.ts'
import type { Effective } from './layer.ts'
import { agreeing, compact, difference, merge } from './values.ts'

/** What a definition makes of options where it stands. */
export const evaluate = (definition: Definition, options: Options, where: Where): Effective =>
  definition.kind === 'helm'
    ? {
        kind: 'helm',
        values: helmValues(definition, options, where),
        version: typeof options.version === 'string' ? options.version : definition.chart.version,
      }
    : {
        kind: 'manifests',
        objects: definition.objects(options, where).map((object) => kept(compact(object) as KubernetesObject)),
        dashboards: definition.dashboards?.(options, where) ?? [],
      }

/** A claim outlives its component: what stands on its volume is nobody's to delete by an edit of the fleet. */
const kept = (object: KubernetesObject): KubernetesObject => {
  if (object.kind !== 'PersistentVolumeClaim') return object
  const { labels, annotations } = object.metadata
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...keepMarks.labels, ...labels },
      annotations: { ...keepMarks.annotations, ...annotations },
    },
  }
}

const helmValues = (definition: HelmDefinition, options: Options, where: Where): Values =>
  compact(merge(compact(definition.values(options, where)), (options.values ?? {}) as Values))

/**
 * The values that a layer decides: what differs from the layer above, and what its own options say even where the
 * layer above happens to say the same, so that a later change above does not move it.
 */
export const ownValues = (
  definition: HelmDefinition,
  own: Options,
  where: Where,
  above: Values,
  here: Values,
): Values => {
  const differing = difference(above, here)
  if (Object.keys(own).length === 0) return differing
  const said = difference(helmValues(definition, {}, where), helmValues(definition, own, where))
  return merge(agreeing(said, here), differing)
}

/** What requirements usually resolve to: what the base layer may take for granted. */
export const usual = (requires: readonly Requirement[], namespace: string): Found => ({
  endpoint: (name) => {
    const required = requires.find((one) => one.kind === 'endpoint' && one.name === name)
    return required?.kind === 'endpoint' ? required.usually?.(namespace).url : undefined
  },
  monitorLabels: () => {
    const required = requires.find((one) => one.kind === 'monitor-labels')
    return required?.kind === 'monitor-labels' ? required.usually?.(namespace).labels : undefined
  },
  nodes: () => undefined,
  all: () => undefined,
})

/** For asking what a component requires, before anything is found. */
export const nothingFound: Found = {
  endpoint: () => undefined,
  monitorLabels: () => undefined,
  nodes: () => undefined,
  all: () => undefined,
}
