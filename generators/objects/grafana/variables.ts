import type { VariableModel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Plain } from './plain.ts'
import type { DatasourceReference } from './query.ts'

export type Variable = Plain<VariableModel>

/** A value that queries name and nobody changes: `$namespace`. It is not shown. */
export const constant = (name: string, value: string): Variable => ({
  type: 'constant',
  name,
  query: value,
  current: { selected: true, text: value, value },
  hide: 2,
  skipUrlSync: true,
})

const everything: Variable['current'] = { selected: true, text: ['All'], value: ['$__all'] }

export interface LabelValuesSettings {
  readonly datasource: DatasourceReference
  /** What people see before the choice. */
  readonly title: string
  readonly metric: string
  readonly label: string
  /** Whether everything at once leaves out series without the label. Default `false`. */
  readonly labelled?: boolean
}

/** A choice among the values that a label of a metric has. Any number of them, all at first. */
export const labelValues = (
  name: string,
  { datasource, title, metric, label, labelled = false }: LabelValuesSettings,
): Variable => ({
  type: 'query',
  name,
  label: title,
  datasource,
  query: { query: `label_values(${metric}, ${label})`, refId: name },
  definition: `label_values(${metric}, ${label})`,
  current: everything,
  multi: true,
  includeAll: true,
  allValue: labelled ? '.+' : '.*',
  refresh: 2,
  sort: 1,
})

/** A choice among values that are known beforehand. Any number of them, all at first. */
export const choice = (name: string, title: string, values: readonly string[]): Variable => ({
  type: 'custom',
  name,
  label: title,
  query: values.join(','),
  current: everything,
  options: values.map((value) => ({ selected: false, text: value, value })),
  multi: true,
  includeAll: true,
})

/** A text that people type. It is empty at first. */
export const typed = (name: string, title: string): Variable => ({
  type: 'textbox',
  name,
  label: title,
  query: '',
  current: { selected: true, text: '', value: '' },
})
