import { isRecord } from '../fleet/checks/check.ts'
import type { Options, Where } from '../fleet/component.ts'
import type { Place } from '../problem.ts'
import { nothingFound } from './evaluate.ts'
import type { HelmLayer, Layer, ManifestsLayer } from './layer.ts'

type Path = readonly string[]

/**
 * Where in the fleet a value for a chart is decided, as deep as it is written: among `values`, or at an option. What the
 * fleet says nothing about stands where the caller says.
 */
export const valuePlace = (lowest: HelmLayer, path: Path, otherwise: Place = lowest.origin): Place => {
  for (let layer: HelmLayer | undefined = lowest; layer !== undefined; layer = layer.above) {
    const said = saidBy(layer, path)
    if (said !== undefined) return [...layer.origin, ...said]
    // Wired, or from a trait: the layer alone says so.
    if (layer.above !== undefined && decided(layer.values, path) !== undefined) return layer.origin
  }
  return otherwise
}

/** Where in the fleet an object stands, and what is in it; for an object of the catalogue, where its component stands. */
export const objectPlace = (layer: ManifestsLayer, index: number, path: Path = []): Place =>
  layer.definition.written === undefined ? layer.origin : [...rootOf(layer).origin, 'objects', String(index), ...path]

/** The same for a dashboard. */
export const dashboardPlace = (layer: ManifestsLayer, index: number, path: Path = []): Place =>
  layer.definition.written === undefined
    ? layer.origin
    : [...rootOf(layer).origin, 'dashboards', String(index), ...path]

const rootOf = <L extends Layer>(layer: L): L => (layer.above === undefined ? layer : rootOf(layer.above as L))

/** A layer, or what is to become one. */
type Saying = Pick<Layer, 'name' | 'namespace' | 'options' | 'origin'> & { readonly above?: Layer | undefined }

/** Where in the fleet the option stands that makes a component yield something. */
export const optionPlace = (
  lowest: Saying,
  yields: (options: Options, where: Where) => boolean,
  otherwise: Place,
): Place => {
  for (let layer: Saying | undefined = lowest; layer !== undefined; layer = layer.above) {
    const option = optionThat(layer, yields)
    if (option !== undefined) return [...layer.origin, ...option]
  }
  return otherwise
}

const saidBy = (layer: HelmLayer, path: Path): Path | undefined => {
  const { options, definition, above } = layer
  const among =
    decided(options.values, path) ?? (above === undefined ? decided(settingsOf(definition), path) : undefined)
  if (among !== undefined) return ['values', ...among]
  return optionThat(layer, (some, where) => decided(definition.values(some, where), path) !== undefined)
}

/** The option that, alone, yields something that nothing at all does not yield. */
const optionThat = (
  { options, name, namespace }: Saying,
  yields: (options: Options, where: Where) => boolean,
): Path | undefined => {
  const { values: _, ...others } = options
  const where: Where = { name, namespace, exposes: [], found: nothingFound }
  const does = (some: Options): boolean => {
    try {
      return yields(some, where)
    } catch {
      return false
    }
  }
  return does({}) ? undefined : leaves(others).find(([, alone]) => does(alone))?.[0]
}

const settingsOf = ({ written }: HelmLayer['definition']): unknown =>
  isRecord(written?.settings) ? written.settings.values : undefined

/** The part of a path that decides what stands at its end: all of it, or as far as something other than a map. */
const decided = (values: unknown, path: Path): Path | undefined => {
  let value = values
  for (const [depth, step] of path.entries()) {
    if (!isRecord(value) && !Array.isArray(value))
      return depth === 0 || value === undefined ? undefined : path.slice(0, depth)
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  return value === undefined ? undefined : path
}

/** What `secret('name')` makes is one option to who writes it. */
const isReference = (value: Options): boolean => Object.keys(value).join() === 'secret'

/** Every option that holds no others, with its path, and as it would be alone. */
const leaves = (options: Options): readonly (readonly [Path, Options])[] =>
  Object.entries(options).flatMap(([key, value]): readonly (readonly [Path, Options])[] =>
    isRecord(value) && !isReference(value)
      ? leaves(value).map(([path, alone]) => [[key, ...path], { [key]: alone }])
      : [[[key], { [key]: value }]],
  )
