import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Placement } from '../plan/placement.ts'
import { objectPlace, valuePlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'
import type { Shared } from './rule.ts'

/** An object as it would be applied, and where it and what is in it are written. */
export interface PlacedObject {
  readonly object: KubernetesObject
  readonly place: (path?: readonly string[]) => Place
}

/** The plain objects of a placement. */
export const objectsOf = ({ effective, layer }: Shared): readonly PlacedObject[] =>
  effective.kind === 'helm' || layer.kind === 'helm'
    ? []
    : effective.objects.map((object, index) => ({ object, place: (path) => objectPlace(layer, index, path) }))

/** The values that a chart would get, and where each is written. */
export interface PlacedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly place: (path: readonly string[]) => Place
}

export const valuesOf = ({ effective, layer, place }: Placement): PlacedValues | undefined =>
  effective.kind === 'helm' && layer.kind === 'helm'
    ? { values: effective.values, place: (path) => valuePlace(layer, path, place) }
    : undefined

/** The chart of a placement by the name that its maintainers gave it; undefined for plain objects. */
export const chartOf = ({ definition }: Pick<Shared, 'definition'>): string | undefined => {
  if (definition.kind !== 'helm') return undefined
  const { url, name } = definition.chart
  return url.startsWith('oci://') ? url.slice(url.lastIndexOf('/') + 1) : name
}
