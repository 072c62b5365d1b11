import type { KubernetesObject } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'

/** An object that a HelmRelease names. */
export interface Reference {
  readonly kind?: string
  readonly name?: string
}

/** A file of values: a key of an object. */
export interface ValuesReference extends Reference {
  readonly valuesKey: string
}

/** Where a HelmRelease takes its chart from; undefined where it does not say. */
export const chartReference = (release: KubernetesObject): Reference | undefined =>
  (at(release, 'spec.chartRef') ?? at(release, 'spec.chart.spec.sourceRef')) as Reference | undefined

/** Where a HelmRelease takes values from, those that win last. */
export const valuesReferences = (release: KubernetesObject): readonly ValuesReference[] =>
  ((at(release, 'spec.valuesFrom') ?? []) as readonly (Reference & Partial<ValuesReference>)[]).map((one) => ({
    valuesKey: 'values.yaml',
    ...one,
  }))

/** The object that is meant, if it is among those. */
export const referred = (
  { kind, name }: Reference,
  objects: readonly KubernetesObject[],
): KubernetesObject | undefined => objects.find((one) => one.kind === kind && one.metadata.name === name)
