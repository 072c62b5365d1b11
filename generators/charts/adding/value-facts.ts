import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { ChartTexts } from '../reading/chart-texts.ts'
import { remarksIn } from '../reading/remarks.ts'
import { schemaTypes } from '../reading/schema-types.ts'

/** What a chart's files say of one value, beside that there is one. */
export interface Known {
  /** As the schema has it. */
  readonly type?: string
  readonly remark?: string
  /** What it is when nobody says anything. */
  readonly fallback?: unknown
}

export type ValueFacts = (path: readonly string[]) => Known

/** What is known of a chart's values: in a chart inside, what the chart above says of them counts first. */
export const valueFacts = ({ values = '', schema, subcharts }: ChartTexts): ValueFacts => {
  const defaults: unknown = parse(values) ?? {}
  const remarks = remarksIn(values)
  const types = schema === undefined ? new Map<string, { type?: string; description?: string }>() : schemaTypes(schema)
  const inside = subcharts.map(({ path, chart }) => ({ steps: path.split('.'), facts: valueFacts(chart) }))
  return (path) => {
    const key = path.join('.')
    const { type, description } = types.get(key) ?? {}
    const remark = description ?? remarks.get(key)
    const fallback = valueAt(defaults, path)
    const own = { type, remark, fallback }
    const below = inside.find(
      ({ steps }) => steps.length < path.length && steps.every((step, index) => step === path[index]),
    )
    return { ...below?.facts(path.slice(below.steps.length)), ...onlyGiven(own) }
  }
}

const valueAt = (values: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, step) => (isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined), values)

const onlyGiven = (own: Readonly<Record<keyof Known, unknown>>): Known =>
  Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
