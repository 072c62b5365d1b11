import type { ValueType } from '../reading.ts'

/** What a function takes, and makes of it. */
export interface Signature {
  /** Types of the arguments that must be given. */
  readonly takes: readonly ValueType[]
  /** Types of those that may follow. The last one may repeat where `repeats` says so. */
  readonly optional: readonly ValueType[]
  readonly repeats: boolean
  readonly returns: ValueType
}

/** Functions by what they take: `?` marks an argument that may be left out, `*` one that may come any number of times. */
const byArguments: Readonly<Record<string, string>> = {
  '': 'pi time',
  range:
    'absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate ' +
    'last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time ' +
    'stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
  'range scalar': 'predict_linear',
  'range scalar scalar': 'double_exponential_smoothing',
  'scalar range': 'quantile_over_time',
  scalar: 'vector',
  vector:
    'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count ' +
    'histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt tan tanh ' +
    'timestamp',
  'vector?': 'day_of_month day_of_week day_of_year days_in_month hour minute month year',
  'vector scalar': 'clamp_max clamp_min',
  'vector scalar scalar': 'clamp',
  'vector scalar?': 'round',
  'vector vector?': 'info',
  'scalar vector': 'histogram_quantile',
  'scalar scalar vector': 'histogram_fraction',
  'vector string string string string': 'label_replace',
  'vector string string string*': 'label_join',
  'vector string*': 'sort_by_label sort_by_label_desc',
}

const scalars: ReadonlySet<string> = new Set(['pi', 'scalar', 'time'])

/** Functions that this table lacks are taken as they come: the parser knows some that are still experiments. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  Object.entries(byArguments).flatMap(([types, names]) => {
    const given = types.split(' ').filter((type) => type !== '')
    const plain = (type: string) => type.replace(/[?*]$/, '') as ValueType
    const signature = {
      takes: given.filter((type) => plain(type) === type).map(plain),
      optional: given.filter((type) => plain(type) !== type).map(plain),
      repeats: types.endsWith('*'),
    }
    return names
      .split(' ')
      .map((name) => [name, { ...signature, returns: scalars.has(name) ? 'scalar' : 'vector' }] as const)
  }),
)

/** What an aggregation takes before what it aggregates. */
export const aggregationParameters: ReadonlyMap<string, ValueType> = new Map([
  ['bottomk', 'scalar'],
  ['count_values', 'string'],
  ['limit_ratio', 'scalar'],
  ['limitk', 'scalar'],
  ['quantile', 'scalar'],
  ['topk', 'scalar'],
])

/** Aggregations that pick series, and leave them the labels they have. */
export const picking: ReadonlySet<string> = new Set(['bottomk', 'limit_ratio', 'limitk', 'topk'])

export const promqlFunctions: readonly string[] = [
  ...signatures.keys(),
  ...aggregationParameters.keys(),
  ...['avg', 'count', 'group', 'max', 'min', 'stddev', 'stdvar', 'sum'],
]
