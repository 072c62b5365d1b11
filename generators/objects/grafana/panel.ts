import type {
  FieldConfig,
  Panel as SdkPanel,
  Threshold as SdkThreshold,
} from '@grafana/grafana-foundation-sdk/dashboard'
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus'
import type { Plain } from './plain.ts'
import type { Query } from './query.ts'

/** A panel without its place on the dashboard, which the layout gives it. */
export type Panel = Plain<Omit<SdkPanel, 'gridPos' | 'id' | 'targets'>> & { readonly targets: readonly Target[] }
type Target = Plain<Omit<Dataquery, '_implementsDataqueryVariant'>>
type Threshold = Plain<SdkThreshold>

/** At least one query; all of one panel go to the same datasource. */
export type Queries = readonly [Query, ...Query[]]

export interface PanelSettings {
  readonly queries: Queries
  /** What the panel shows, for the reader who hovers over its `i`. */
  readonly description?: string
  /** Unit of the values as Grafana names it: `s`, `bytes`, `reqps`. Default: plain numbers. */
  readonly unit?: string
  /** Colours by value, the lowest first. Default: green whatever the value. */
  readonly thresholds?: readonly Threshold[]
}

/** Green below the value, another colour from there on. */
export const from = (value: number, color: 'blue' | 'orange' | 'red'): readonly Threshold[] => [
  { color: 'green', value: null },
  { color, value },
]

interface Kind {
  readonly type: string
  readonly target: Pick<Target, 'format' | 'instant' | 'queryType' | 'range'>
  readonly options: object
  readonly fields?: Plain<Pick<FieldConfig, 'color' | 'custom' | 'min'>>
  readonly transformations?: Panel['transformations']
}

/** A panel of some kind. It names the datasource itself, and so does each of its queries: Grafana's default may change. */
export const panel = (title: string, settings: PanelSettings, kind: Kind): Panel => ({
  type: kind.type,
  title,
  ...(settings.description === undefined ? {} : { description: settings.description }),
  datasource: settings.queries[0].datasource,
  targets: settings.queries.map((query, index) => target(query, index, kind)),
  fieldConfig: {
    defaults: {
      ...(settings.unit === undefined ? {} : { unit: settings.unit }),
      thresholds: { mode: 'absolute', steps: settings.thresholds ?? [{ color: 'green', value: null }] },
      ...kind.fields,
    },
    overrides: [],
  },
  options: kind.options,
  ...(kind.transformations === undefined ? {} : { transformations: kind.transformations }),
})

const target = ({ datasource, expr, legend }: Query, index: number, kind: Kind): Target => ({
  refId: String.fromCharCode('A'.charCodeAt(0) + index),
  datasource,
  expr,
  legendFormat: legend ?? '__auto',
  ...kind.target,
})
