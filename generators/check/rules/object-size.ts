import type { Layer } from '../../plan/layer.ts'
import type { Placement } from '../../plan/placement.ts'
import { dashboardPlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import { annotationLimit } from '../annotation-limit.ts'
import { objectsOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const objectSize: Rule = {
  name: 'object-size',
  because: 'a dashboard outgrew what etcd takes, and the API server refused it together with all that stood beside it',
  check: ({ layers, placements }) =>
    [...layers.flatMap(valuesSize), ...placements.flatMap(sizesOf), ...placements.flatMap(annotationsOf)].map(
      ({ what, bytes, limit, place }): Problem => ({
        rule: objectSize.name,
        place: place(),
        reason: `${what} has ${kilobytes(bytes)}, and the API server takes ${kilobytes(limit)}`,
        fix: 'split it into several',
      }),
    ),
}

/** What the API server takes of an object. */
const mebibyte = 2 ** 20
/** What controllers add, and the next edit, must find room as well. */
const room = 0.9

interface Sized {
  readonly what: string
  readonly bytes: number
  readonly limit: number
  readonly place: () => Place
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`

/** Each layer's values are an entry of the ConfigMap that Flux reads them from. */
const valuesSize = (layer: Layer): readonly Sized[] =>
  layer.kind === 'helm' ? tooLarge(`what ${layer.name} is told as values`, layer.values, () => layer.origin) : []

const sizesOf = (placement: Placement): readonly Sized[] => {
  const { layer, effective } = placement
  if (effective.kind === 'helm' || layer.kind === 'helm') return []
  return [
    ...objectsOf(placement).flatMap(({ object, place }) =>
      tooLarge(`${object.kind} ${object.metadata.name}`, object, place),
    ),
    ...effective.dashboards.flatMap(({ name, model }, index) =>
      tooLarge(`the dashboard ${name}`, model, () => dashboardPlace(layer, index, ['model'])),
    ),
  ]
}

const tooLarge = (what: string, value: unknown, place: () => Place): readonly Sized[] => {
  const least = bytesOf(value)
  // With its indents, as it is written; only what is large is worth the trouble.
  const bytes = least > mebibyte / 4 ? Buffer.byteLength(JSON.stringify(value, null, 2)) : least
  return bytes > mebibyte * room ? [{ what, bytes, limit: mebibyte, place }] : []
}

const bytesOf = (value: unknown): number => JSON.stringify(value).length

const annotationsOf = (placement: Placement): readonly Sized[] =>
  objectsOf(placement).flatMap(({ object, place }) => {
    const bytes = bytesOf(object.metadata.annotations ?? {})
    const what = `what ${object.kind} ${object.metadata.name} has as annotations`
    return bytes > annotationLimit * room
      ? [{ what, bytes, limit: annotationLimit, place: () => place(['metadata', 'annotations']) }]
      : []
  })
