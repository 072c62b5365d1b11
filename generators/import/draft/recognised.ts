import { isRecord } from '../../fleet/checks/check.ts'
import type { HelmDefinition, Options, Values, Where } from '../../fleet/component.ts'
import { nothingFound } from '../../plan/evaluate.ts'
import { agreeing, at, compact, difference, equal, merge } from '../../plan/values.ts'
import { probes } from './probes.ts'

/** What a component of the catalogue says for values that a release had. */
export interface Recognised {
  /** Options that make some of the values, and exactly them. */
  readonly options: Options
  /** The others, which stand under `values`. */
  readonly rest: Values
  /** Values that the component makes and the release did not have, as paths with dots. */
  readonly added: readonly string[]
}

/**
 * Finds options by trying them: one that is set to something unheard of shows where it ends up, and what the release has
 * there is what it was set to. It counts when all that it makes is what the release had.
 */
export const recognised = (
  definition: HelmDefinition,
  values: Values,
  where: Pick<Where, 'name' | 'namespace'>,
): Recognised => {
  const standing: Where = { ...where, exposes: [], found: nothingFound }
  const defaults = (definition.defaults ?? {}) as Options
  const made = (options: Options): Values => compact(definition.values(merge(defaults, options), standing))
  const options = (probes[definition.name] ?? []).reduce<Options>((found, { option, probe }) => {
    const place = placeOf(probe, made(nested(option, probe)))
    const value = place === undefined ? undefined : at(values, place)
    if (!isAlike(value, probe)) return found
    const tried = merge(found, nested(option, value))
    const changed = difference(made(found), made(tried))
    const isExact = equal(agreeing(changed, values), changed) && isTaken(definition, option, value)
    return isExact && !equal(at(defaults, option), value) ? tried : found
  }, {})
  const component = made(options)
  const merged = merge(component, values)
  return { options, rest: difference(component, merged), added: leavesOf(difference(values, merged), []) }
}

const nested = (option: string, value: unknown): Options =>
  option.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Options

/** Where a value is that nothing else could be. */
const placeOf = (probe: unknown, values: unknown, path: readonly string[] = []): string | undefined => {
  if (equal(values, probe)) return path.join('.')
  if (!isRecord(values)) return undefined
  for (const [key, value] of Object.entries(values)) {
    const found = key.includes('.') ? undefined : placeOf(probe, value, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

/** Of one form: the type of an option is as narrow as the form of its probe. */
const isAlike = (value: unknown, probe: unknown): boolean => {
  if (typeof probe === 'string' && typeof value === 'string') return form(value) === form(probe)
  if (isRecord(probe)) return isRecord(value) && Object.values(value).every(isRecord)
  return typeof value === typeof probe
}

const form = (text: string): string =>
  text
    .replace(/^\d+(?:\.\d+)?/, '0')
    .replace(/^0(?:ms|[smhdwy])$/, '0d')
    .replace(/^0(?:[KMGTP]i|[kMGT])$/, '0Gi')

const isTaken = (definition: HelmDefinition, option: string, value: unknown): boolean => {
  const [first = '', ...rest] = option.split('.')
  const check = (
    definition.options as Readonly<Record<string, (value: unknown, place: readonly string[]) => readonly unknown[]>>
  )[first]
  const whole = rest.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)
  return check === undefined || check(whole, []).length === 0
}

const leavesOf = (value: unknown, path: readonly string[]): readonly string[] =>
  isRecord(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : path.length === 0
      ? []
      : [path.join('.')]
